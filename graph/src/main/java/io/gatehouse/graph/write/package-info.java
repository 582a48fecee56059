/**
 * What Gatehouse changes in the directory: disable, enable, soft delete, restore, and nothing else.
 */
@NullMarked
package io.gatehouse.graph.write;

import org.jspecify.annotations.NullMarked;
