/**
 * What every activity needs: the tenant's store, its policy, the clock, and how failures become
 * retries.
 */
@NullMarked
package io.gatehouse.worker.house;

import org.jspecify.annotations.NullMarked;
