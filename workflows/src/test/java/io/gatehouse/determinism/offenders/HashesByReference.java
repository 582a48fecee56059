package io.gatehouse.determinism.offenders;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A reference to a constructor is no call. */
public final class HashesByReference {
  public Set<String> once(List<String> guests) {
    return guests.stream().collect(Collectors.toCollection(HashSet::new));
  }
}
