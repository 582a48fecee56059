/** Mode, gate and the reserved slots that keep effects under their caps. */
@NullMarked
package io.gatehouse.store.safety;

import org.jspecify.annotations.NullMarked;
