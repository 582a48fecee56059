/** How much memory a scan of a large tenant takes. */
@NullMarked
package io.gatehouse.benchmark.scan;

import org.jspecify.annotations.NullMarked;
