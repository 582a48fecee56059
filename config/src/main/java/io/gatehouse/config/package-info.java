/** Settings from the environment: read once, checked as a whole, never printed when secret. */
@NullMarked
package io.gatehouse.config;

import org.jspecify.annotations.NullMarked;
