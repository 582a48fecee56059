/** What needs an operator now, and what comes. */
@NullMarked
package io.gatehouse.starter.page.operator;

import org.jspecify.annotations.NullMarked;
