/** The tenant itself: people, guests, their relations, the recycle bin and its own audit log. */
@NullMarked
package io.gatehouse.sandbox.tenant;

import org.jspecify.annotations.NullMarked;
