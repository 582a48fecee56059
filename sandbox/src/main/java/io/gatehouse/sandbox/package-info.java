/** A place to try: one invented tenant, its mail and its people in one object. */
@NullMarked
package io.gatehouse.sandbox;

import org.jspecify.annotations.NullMarked;
