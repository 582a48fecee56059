/** What people decide: committed first, then delivered to the lifecycle, once. */
@NullMarked
package io.gatehouse.starter.answer;

import org.jspecify.annotations.NullMarked;
