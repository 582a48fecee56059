/** How one process is watched: metrics, readiness and traces, on a port of this machine. */
@NullMarked
package io.gatehouse.observe;

import org.jspecify.annotations.NullMarked;
