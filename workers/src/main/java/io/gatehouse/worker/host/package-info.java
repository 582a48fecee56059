/** The worker process: settings in, workers on their queues. */
@NullMarked
package io.gatehouse.worker.host;

import org.jspecify.annotations.NullMarked;
