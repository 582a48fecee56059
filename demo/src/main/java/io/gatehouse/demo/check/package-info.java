/** What must hold after a demo, checked against the tenant's own audit log and the ledger. */
@NullMarked
package io.gatehouse.demo.check;

import org.jspecify.annotations.NullMarked;
