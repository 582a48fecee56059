/** The process that faces people: pages, answers and what they need, in one place. */
@NullMarked
package io.gatehouse.starter.serve;

import org.jspecify.annotations.NullMarked;
