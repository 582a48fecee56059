package io.gatehouse.sandbox.tenant;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Guests made up on the spot: each is a function of seed, number and time, and nothing is kept.
 *
 * <p>The object id ends with the number, so that ids sort as numbers do and tell them.
 */
final class GeneratedGuests {
  /** Keeps guests from being namesakes of the first colleagues. */
  private static final int FIRST_NAME = 977;

  private static final int DIGITS = 12;
  private static final Pattern NUMBER_IN_NAME = Pattern.compile("[a-z.]+(\\d{1,7})_.*");
  private static final Instant LONG_AGO = Instant.parse("2019-01-07T00:00:00Z");

  private final int count;
  private final Dice dice;
  private final Instant start;
  private final String prefix;
  private final GeneratedSignIns signIns;
  private final GeneratedBelongings belongings;
  private long made;

  GeneratedGuests(ObjectIds ids, Instant start, int count, Colleagues colleagues) {
    this.count = count;
    this.dice = new Dice(ids.seed());
    this.start = start.truncatedTo(ChronoUnit.SECONDS);
    String id = ids.of("generated guests");
    this.prefix = id.substring(0, id.length() - DIGITS);
    this.signIns = new GeneratedSignIns(dice, this.start);
    this.belongings = new GeneratedBelongings(count, dice, colleagues, new SharedGroups(ids));
  }

  int count() {
    return count;
  }

  /** How many user objects were made so far, which tells what a call really cost. */
  long made() {
    return made;
  }

  GeneratedBelongings belongings() {
    return belongings;
  }

  String id(int number) {
    return prefix + HexFormat.of().toHexDigits(number, DIGITS);
  }

  /** The number of a generated guest, empty for any other id. */
  OptionalInt indexOf(String id) {
    if (!id.startsWith(prefix) || id.length() != prefix.length() + DIGITS) {
      return OptionalInt.empty();
    }
    try {
      long number = HexFormat.fromHexDigitsToLong(id, prefix.length(), id.length());
      return number < count ? OptionalInt.of((int) number) : OptionalInt.empty();
    } catch (NumberFormatException e) {
      return OptionalInt.empty(); // a stranger's id that begins like ours
    }
  }

  /** The first number whose id comes after this one. */
  int firstAfter(String id) {
    var known = indexOf(id);
    if (known.isPresent()) {
      return known.getAsInt() + 1;
    }
    return id.compareTo(id(0)) < 0 ? 0 : count;
  }

  /** The guest with this user principal name, which holds the number too. */
  OptionalInt indexOfName(String userPrincipalName) {
    var found = NUMBER_IN_NAME.matcher(userPrincipalName.toLowerCase(Locale.ROOT));
    if (!found.matches()) {
      return OptionalInt.empty();
    }
    int number = Integer.parseInt(found.group(1));
    return number < count
            && NamedAccounts.externalName(mail(number)).equalsIgnoreCase(userPrincipalName)
        ? OptionalInt.of(number)
        : OptionalInt.empty();
  }

  /** A guest as it is at an instant, if nobody changed it. */
  User guest(int number, Instant now) {
    made++;
    var profile = Profile.of(number);
    Instant created = created(number);
    return new User(
        id(number),
        name(number),
        User.GUEST,
        profile != Profile.ALREADY_DISABLED,
        created,
        profile == Profile.PENDING_INVITATION
            ? Origin.invited(created)
            : Origin.redeemed(redeemed(number)),
        false,
        false,
        signIns(number, now));
  }

  @Nullable SignInActivity signIns(int number, Instant now) {
    return signIns.of(number, now);
  }

  private PersonName name(int number) {
    String given = InventedNames.given(number + FIRST_NAME);
    String surname = InventedNames.surname(number + FIRST_NAME);
    String partner = InventedNames.partner(number, dice);
    return new PersonName(
        NamedAccounts.externalName(mail(number)),
        given + " " + surname,
        given,
        surname,
        mail(number),
        List.of(),
        partner.substring(0, 1).toUpperCase(Locale.ROOT) + partner.substring(1));
  }

  private String mail(int number) {
    String name =
        InventedNames.given(number + FIRST_NAME) + "." + InventedNames.surname(number + FIRST_NAME);
    String host = "@" + InventedNames.partner(number, dice) + ".example.com";
    return name.toLowerCase(Locale.ROOT) + number + host;
  }

  /** Always before the first sign-in. */
  Instant created(int number) {
    int days =
        switch (Profile.of(number)) {
          case ACTIVE, WITHOUT_SPONSOR ->
              between(number, signIns.activePeriodDays(number) + 2, 1825);
          case STALE, ALREADY_DISABLED -> between(number, signIns.staleDays(number) + 30, 1825);
          case NEVER_SIGNED_IN -> between(number, 200, 1500);
          case PENDING_INVITATION -> between(number, 5, 400);
          case PLACEHOLDER_DATES -> between(number, 200, 1800);
          case DATES_UNKNOWN -> -1;
        };
    Instant day =
        days < 0
            ? LONG_AGO.plus(dice.roll(number, "created", 350), ChronoUnit.DAYS)
            : start.minus(days, ChronoUnit.DAYS);
    return day.minusSeconds(dice.roll(number, "created at", 36_000));
  }

  private int between(int number, int least, int most) {
    return least + dice.roll(number, "created", most - least);
  }

  /** Within a day after the invitation, for those who did. */
  Instant redeemed(int number) {
    return created(number).plus(Duration.ofMinutes(5 + dice.roll(number, "redeemed", 1_400)));
  }
}
