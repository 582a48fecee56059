/** The gate: whether anything that takes access away may happen now. */
@NullMarked
package io.gatehouse.starter.gate;

import org.jspecify.annotations.NullMarked;
