/** The demo's one clock and the machine that moves it. */
@NullMarked
package io.gatehouse.demo.time;

import org.jspecify.annotations.NullMarked;
