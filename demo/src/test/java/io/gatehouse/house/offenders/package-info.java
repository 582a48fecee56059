/** Code that breaks rules, to see them notice. */
@NullMarked
package io.gatehouse.house.offenders;

import org.jspecify.annotations.NullMarked;
