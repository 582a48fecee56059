package io.gatehouse.guest;

import io.gatehouse.safety.Change;

/** What a fresh reading of a guest means for a lifecycle that waits. */
public sealed interface Look {
  /** Nothing that ends the lifecycle; what is unclear is left to the effect, which would stop. */
  record Unchanged() implements Look {}

  record Changed(Change change) implements Look {}
}
