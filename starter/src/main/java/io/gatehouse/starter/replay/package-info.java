/** Whether the workflows of this build understand what a live namespace remembers. */
@NullMarked
package io.gatehouse.starter.replay;

import org.jspecify.annotations.NullMarked;
