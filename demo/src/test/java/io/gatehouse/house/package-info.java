/** The rules of the house, held against all of its code. */
@NullMarked
package io.gatehouse.house;

import org.jspecify.annotations.NullMarked;
