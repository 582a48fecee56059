/** Whether what is asked of Graph, and what the sandbox answers, is Graph's own language. */
@NullMarked
package io.gatehouse.graph.conformity;

import org.jspecify.annotations.NullMarked;
