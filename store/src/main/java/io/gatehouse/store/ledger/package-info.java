/** The append-only ledger and the erasable values that open its commitments. */
@NullMarked
package io.gatehouse.store.ledger;

import org.jspecify.annotations.NullMarked;
