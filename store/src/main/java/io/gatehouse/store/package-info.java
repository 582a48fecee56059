/** Memory: everything PostgreSQL keeps for one tenant, in rows that know no domain record. */
@NullMarked
package io.gatehouse.store;

import org.jspecify.annotations.NullMarked;
