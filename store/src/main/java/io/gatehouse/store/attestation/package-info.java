/** Questions to sponsors, the links that lead to them, and the answers. */
@NullMarked
package io.gatehouse.store.attestation;

import org.jspecify.annotations.NullMarked;
