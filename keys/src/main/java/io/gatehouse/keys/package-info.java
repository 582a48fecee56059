/** The keys of payloads: read from the environment, from files, or unwrapped by a vault. */
@NullMarked
package io.gatehouse.keys;

import org.jspecify.annotations.NullMarked;
