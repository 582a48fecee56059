/** The tenant's people: they read their mail, open links and answer, each by habit. */
@NullMarked
package io.gatehouse.sandbox.people;

import org.jspecify.annotations.NullMarked;
