/** A house on a real Temporal server with its UI, in a time that passes faster. */
@NullMarked
package io.gatehouse.demo.dev;

import org.jspecify.annotations.NullMarked;
