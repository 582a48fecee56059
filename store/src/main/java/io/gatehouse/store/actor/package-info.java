/** Who may act: enrolled keys, the chain of people who accepted them, and assertions used once. */
@NullMarked
package io.gatehouse.store.actor;

import org.jspecify.annotations.NullMarked;
