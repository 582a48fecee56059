/** Every opening of a guest's lifecycle, running or closed. */
@NullMarked
package io.gatehouse.store.lifecycle;

import org.jspecify.annotations.NullMarked;
