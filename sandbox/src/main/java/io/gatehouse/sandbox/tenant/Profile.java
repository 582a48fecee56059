package io.gatehouse.sandbox.tenant;

/** What a generated guest is like, and how many of a hundred are. */
enum Profile {
  /** Signs in weekly to monthly as long as nobody disables it. */
  ACTIVE(64),
  STALE(20),
  NEVER_SIGNED_IN(4),
  PENDING_INVITATION(4),
  /** From 2019 and without dates, which proves nothing. */
  DATES_UNKNOWN(3),
  /** Dates that are none: empty, or in the year 1. */
  PLACEHOLDER_DATES(1),
  /** Stale, and disabled before the start. */
  ALREADY_DISABLED(2),
  /** Active, and nobody vouches for it. */
  WITHOUT_SPONSOR(2);

  private final int percent;

  Profile(int percent) {
    this.percent = percent;
  }

  static Profile of(int number) {
    int place = Share.place(number);
    for (var profile : values()) {
      place -= profile.percent;
      if (place < 0) {
        return profile;
      }
    }
    throw new IllegalStateException("The shares of the profiles do not add up to 100.");
  }
}
