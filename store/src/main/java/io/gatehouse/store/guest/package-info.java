/** Every guest ever seen: what was read, what was judged, where they stand. */
@NullMarked
package io.gatehouse.store.guest;

import org.jspecify.annotations.NullMarked;
