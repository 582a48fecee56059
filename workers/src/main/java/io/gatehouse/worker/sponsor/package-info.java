/** Finds who answers, and hands questions to their desks. */
@NullMarked
package io.gatehouse.worker.sponsor;

import org.jspecify.annotations.NullMarked;
