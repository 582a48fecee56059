/**
 * The directory: one connection to Microsoft Graph, its credential, its call budget and its typed
 * failures.
 */
@NullMarked
package io.gatehouse.graph;

import org.jspecify.annotations.NullMarked;
