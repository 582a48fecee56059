/** Every version of the policy that was ever applied. */
@NullMarked
package io.gatehouse.store.policy;

import org.jspecify.annotations.NullMarked;
