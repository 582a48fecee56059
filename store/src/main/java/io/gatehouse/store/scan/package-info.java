/** What each scan read and how it was judged. */
@NullMarked
package io.gatehouse.store.scan;

import org.jspecify.annotations.NullMarked;
