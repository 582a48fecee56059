/** The inactive-guest report: its numbers, and its rows as files for other programs. */
@NullMarked
package io.gatehouse.starter.report;

import org.jspecify.annotations.NullMarked;
