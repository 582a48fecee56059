/** Names and addresses of the people who are asked. */
@NullMarked
package io.gatehouse.store.person;

import org.jspecify.annotations.NullMarked;
