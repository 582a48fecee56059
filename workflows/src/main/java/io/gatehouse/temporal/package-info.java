/**
 * Names and settings that every process on Temporal shares: queues, ids, attributes, retries, wire
 * format.
 */
@NullMarked
package io.gatehouse.temporal;

import org.jspecify.annotations.NullMarked;
