package io.gatehouse.sandbox.tenant;

import java.util.Locale;

/**
 * How many people a tenant has.
 *
 * @param guests all listed guests, the named ones included; fewer than those means just those
 * @param sponsors everybody who may be asked, the named employees included
 */
public record TenantSize(int guests, int sponsors) {
  /** The named guests and employees and nobody else. */
  public static final TenantSize NAMED_ONLY = new TenantSize(0, 0);

  public static final TenantSize USUAL = new TenantSize(400, 40);

  private static final int MOST_GUESTS = 1_000_000;
  private static final int MOST_SPONSORS = 1_000;

  public TenantSize {
    check("guests", guests, MOST_GUESTS);
    check("sponsors", sponsors, MOST_SPONSORS);
  }

  private static void check(String what, int number, int most) {
    if (number < 0 || number > most) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "A sandbox has between 0 and %,d %s, not %,d: choose a number in between.",
              most,
              what,
              number));
    }
  }

  int generatedGuests() {
    return Math.max(0, guests - NamedGuest.listed().size());
  }

  int generatedColleagues() {
    return Math.max(0, sponsors - Employee.values().length);
  }
}
