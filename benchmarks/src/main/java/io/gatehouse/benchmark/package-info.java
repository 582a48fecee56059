/** Measurements, run by hand: what they share. */
@NullMarked
package io.gatehouse.benchmark;

import org.jspecify.annotations.NullMarked;
