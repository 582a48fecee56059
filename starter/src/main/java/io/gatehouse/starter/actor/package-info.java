/** Who acts, and the keys that prove it. */
@NullMarked
package io.gatehouse.starter.actor;

import org.jspecify.annotations.NullMarked;
