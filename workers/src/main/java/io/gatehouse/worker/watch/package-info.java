/** What became of open lifecycles in Temporal, and the record of those that ended by force. */
@NullMarked
package io.gatehouse.worker.watch;

import org.jspecify.annotations.NullMarked;
