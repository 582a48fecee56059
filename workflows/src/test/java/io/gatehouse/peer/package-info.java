/**
 * Real servers, and programs of ours, that tests start as processes of their own, on this machine
 * only. Other modules' tests have them from this module's test jar.
 */
@NullMarked
package io.gatehouse.peer;

import org.jspecify.annotations.NullMarked;
