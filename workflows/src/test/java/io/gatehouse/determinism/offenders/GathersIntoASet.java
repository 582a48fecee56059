package io.gatehouse.determinism.offenders;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Never says "hash", and gets one. */
public final class GathersIntoASet {
  public Set<String> once(List<String> guests) {
    return guests.stream().collect(Collectors.toSet());
  }
}
