/** How much of Graph's budget a scan of a throttled tenant uses. */
@NullMarked
package io.gatehouse.benchmark.budget;

import org.jspecify.annotations.NullMarked;
