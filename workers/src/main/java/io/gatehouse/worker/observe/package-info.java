/** How a worker is watched: what it counts beyond the SDK, and what it needs to be ready. */
@NullMarked
package io.gatehouse.worker.observe;

import org.jspecify.annotations.NullMarked;
