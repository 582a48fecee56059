/** Every mail that was meant to go out and what came of it. */
@NullMarked
package io.gatehouse.store.mail;

import org.jspecify.annotations.NullMarked;
