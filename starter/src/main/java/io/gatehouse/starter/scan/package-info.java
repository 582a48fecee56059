/** Starts scans. */
@NullMarked
package io.gatehouse.starter.scan;

import org.jspecify.annotations.NullMarked;
