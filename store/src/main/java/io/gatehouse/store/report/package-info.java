/** The inactive-guest report, by the rules of Entra's own. */
@NullMarked
package io.gatehouse.store.report;

import org.jspecify.annotations.NullMarked;
