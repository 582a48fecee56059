/**
 * The command line: one class per command, plain text out, one sentence when something is wrong.
 */
@NullMarked
package io.gatehouse.starter.cli;

import org.jspecify.annotations.NullMarked;
