/** Letters from templates, and the SMTP server that takes them. */
@NullMarked
package io.gatehouse.worker.mail;

import org.jspecify.annotations.NullMarked;
