/** Everything in one process: a tenant, its mail, Temporal, PostgreSQL and Gatehouse itself. */
@NullMarked
package io.gatehouse.demo;

import org.jspecify.annotations.NullMarked;
