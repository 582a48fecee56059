/** The tenant's door: HTTP on loopback that answers as Microsoft Graph v1.0 does. */
@NullMarked
package io.gatehouse.sandbox.graph;

import org.jspecify.annotations.NullMarked;
