/** The policy file: read, checked with all problems at once, applied as a version. */
@NullMarked
package io.gatehouse.starter.policy;

import org.jspecify.annotations.NullMarked;
