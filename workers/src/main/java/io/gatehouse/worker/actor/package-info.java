/** Proves who sent a message to a lifecycle. */
@NullMarked
package io.gatehouse.worker.actor;

import org.jspecify.annotations.NullMarked;
