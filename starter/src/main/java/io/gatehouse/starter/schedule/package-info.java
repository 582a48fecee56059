/** What runs by itself: schedules in Temporal, as we want them and as they are. */
@NullMarked
package io.gatehouse.starter.schedule;

import org.jspecify.annotations.NullMarked;
