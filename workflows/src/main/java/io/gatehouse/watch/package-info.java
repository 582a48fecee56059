/** Looks after running lifecycles: whether Temporal still runs what Gatehouse has open. */
@NullMarked
package io.gatehouse.watch;

import org.jspecify.annotations.NullMarked;
