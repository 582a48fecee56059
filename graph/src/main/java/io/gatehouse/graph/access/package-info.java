/** What each app registration needs to be allowed, and what its token says it is. */
@NullMarked
package io.gatehouse.graph.access;

import org.jspecify.annotations.NullMarked;
