/** Real servers that tests start as processes of their own, on this machine only. */
@NullMarked
package io.gatehouse.starter.peer;

import org.jspecify.annotations.NullMarked;
