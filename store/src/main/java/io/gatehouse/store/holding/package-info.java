/** What guests held before they were disabled, and what a restore did not bring back. */
@NullMarked
package io.gatehouse.store.holding;

import org.jspecify.annotations.NullMarked;
