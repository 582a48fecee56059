/** The tenant's mail: an SMTP server on loopback that keeps what it is given. */
@NullMarked
package io.gatehouse.sandbox.mail;

import org.jspecify.annotations.NullMarked;
