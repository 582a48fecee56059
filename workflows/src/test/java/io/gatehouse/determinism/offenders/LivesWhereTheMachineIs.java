package io.gatehouse.determinism.offenders;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Another worker stands in another zone. */
public final class LivesWhereTheMachineIs {
  public LocalDate day(Instant now) {
    return now.atZone(ZoneId.systemDefault()).toLocalDate();
  }
}
