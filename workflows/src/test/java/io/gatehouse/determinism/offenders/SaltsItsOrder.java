package io.gatehouse.determinism.offenders;

import java.util.Set;

/** The JDK shuffles these anew in each process, on purpose. */
public final class SaltsItsOrder {
  public Set<String> stages() {
    return Set.of("ASKED", "NOTICE", "DELETED");
  }
}
