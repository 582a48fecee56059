/** {@code ./gatehouse doctor}: looks whether everything is there and right, and changes nothing. */
@NullMarked
package io.gatehouse.doctor;

import org.jspecify.annotations.NullMarked;
