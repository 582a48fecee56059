/** The codec server: makes payloads readable in the Temporal UI for who may read them. */
@NullMarked
package io.gatehouse.starter.codec;

import org.jspecify.annotations.NullMarked;
