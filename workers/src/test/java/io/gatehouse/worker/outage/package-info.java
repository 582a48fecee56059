/** What becomes of each activity when PostgreSQL goes away in the middle of it. */
@NullMarked
package io.gatehouse.worker.outage;

import org.jspecify.annotations.NullMarked;
