/**
 * What Gatehouse reads from the directory: guests, who vouches for them and who invited them, what
 * they belong to and own, the recycle bin.
 */
@NullMarked
package io.gatehouse.graph.read;

import org.jspecify.annotations.NullMarked;
