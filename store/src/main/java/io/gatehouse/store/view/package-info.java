/** Rows joined the way people look at them. Reads only, also under the pages' role. */
@NullMarked
package io.gatehouse.store.view;

import org.jspecify.annotations.NullMarked;
