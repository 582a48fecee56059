/** Who may do what, and how a sender is proved before a message counts. */
@NullMarked
package io.gatehouse.actor;

import org.jspecify.annotations.NullMarked;
