/** Who answers for a guest, and the conversation with that person. */
@NullMarked
package io.gatehouse.sponsor;

import org.jspecify.annotations.NullMarked;
