/** The way to PostgreSQL: pool, transactions, migrations, and how records stand in SQL. */
@NullMarked
package io.gatehouse.store.database;

import org.jspecify.annotations.NullMarked;
