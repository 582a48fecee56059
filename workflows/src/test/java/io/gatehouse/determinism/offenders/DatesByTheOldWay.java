package io.gatehouse.determinism.offenders;

import java.util.Date;

/** A clock older than java.time. */
public final class DatesByTheOldWay {
  @SuppressWarnings("JavaUtilDate") // that is the offence
  public Date now() {
    return new Date();
  }
}
