/** What reading and judging one guest costs, beside a naive script. */
@NullMarked
package io.gatehouse.benchmark.read;

import org.jspecify.annotations.NullMarked;
