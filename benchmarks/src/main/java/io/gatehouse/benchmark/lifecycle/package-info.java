/** Lifecycles on a real Temporal server, beside the same commands written as a bare sample. */
@NullMarked
package io.gatehouse.benchmark.lifecycle;

import org.jspecify.annotations.NullMarked;
