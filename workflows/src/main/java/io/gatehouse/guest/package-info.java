/** The scan of all guests and the lifecycle of one of them. */
@NullMarked
package io.gatehouse.guest;

import org.jspecify.annotations.NullMarked;
