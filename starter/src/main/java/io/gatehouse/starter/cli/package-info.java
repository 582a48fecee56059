/** The command line. */
@NullMarked
package io.gatehouse.starter.cli;

import org.jspecify.annotations.NullMarked;
