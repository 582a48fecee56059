/**
 * A tenant in which workflow tests play: real Temporal with skipped time, everything else faked.
 */
@NullMarked
package io.gatehouse.rehearsal;

import org.jspecify.annotations.NullMarked;
