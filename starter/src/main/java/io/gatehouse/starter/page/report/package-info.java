/** The inactive-guest report as a page and as downloads. */
@NullMarked
package io.gatehouse.starter.page.report;

import org.jspecify.annotations.NullMarked;
