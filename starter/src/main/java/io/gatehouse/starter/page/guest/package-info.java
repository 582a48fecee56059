/** All guests: counted, spread over time, listed. */
@NullMarked
package io.gatehouse.starter.page.guest;

import org.jspecify.annotations.NullMarked;
