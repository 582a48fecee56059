/**
 * What Gatehouse reads from the directory: guests, people, sponsors, memberships, the recycle bin.
 */
@NullMarked
package io.gatehouse.graph.read;

import org.jspecify.annotations.NullMarked;
