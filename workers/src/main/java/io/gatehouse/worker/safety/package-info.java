/** Slots under the caps, and the effect protocol: look, intend, act, prove. */
@NullMarked
package io.gatehouse.worker.safety;

import org.jspecify.annotations.NullMarked;
