/** What the tenant's administrator decided in the policy file, as plain records. */
@NullMarked
package io.gatehouse.policy;

import org.jspecify.annotations.NullMarked;
