/** Which build of the workers takes up what: Temporal's worker versioning. */
@NullMarked
package io.gatehouse.starter.deployment;

import org.jspecify.annotations.NullMarked;
