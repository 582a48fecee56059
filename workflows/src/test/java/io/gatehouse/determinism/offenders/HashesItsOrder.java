package io.gatehouse.determinism.offenders;

import java.util.HashSet;
import java.util.Set;

/** Goes through its elements in an order that nobody promised. */
public final class HashesItsOrder {
  private final Set<String> guests = new HashSet<>();

  public Set<String> guests() {
    return guests;
  }
}
