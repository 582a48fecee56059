package io.gatehouse.determinism.offenders;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Groups come in the order of their hash codes, which enums draw anew in each process. */
public final class GroupsByHash {
  public Map<Thread.State, List<Thread.State>> grouped(List<Thread.State> states) {
    return states.stream().collect(Collectors.groupingBy(state -> state));
  }
}
