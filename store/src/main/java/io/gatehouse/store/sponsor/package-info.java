/** Who vouches for the guests, as the directory and its audit log told. */
@NullMarked
package io.gatehouse.store.sponsor;

import org.jspecify.annotations.NullMarked;
