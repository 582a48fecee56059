/**
 * Encryption of everything that Gatehouse hands to Temporal. Stands between workflow code and the
 * server, like the SDK itself: nothing here is replayed.
 */
@NullMarked
package io.gatehouse.temporal.codec;

import org.jspecify.annotations.NullMarked;
