package io.gatehouse.safety;

import io.gatehouse.guest.Evidence;
import io.gatehouse.guest.GuestFacts;
import io.gatehouse.guest.GuestHistory;
import io.gatehouse.guest.SignIns;
import io.gatehouse.guest.Trigger;
import io.gatehouse.policy.Exclusion;
import io.gatehouse.policy.Policies;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Guests as a directory might show them, sane and insane alike; the same ones in each run. */
final class RandomGuests {
  static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
  static final Surroundings ONLY_MAIL =
      new Surroundings(false, false, false, false, false, false, true, List.of());
  private static final List<String> UNREAD = List.of("the roles could not be read");
  private final Random random = new Random(20261120);

  GuestFacts next() {
    return new GuestFacts(
        "guest-" + random.nextInt(1000),
        oneOf("Guest", "guest", "Member", null),
        oneOf(true, false, null),
        date(),
        oneOf("PendingAcceptance", "Pending Acceptance", "Accepted", null),
        date(),
        random.nextInt(10) == 0,
        random.nextInt(10) == 0,
        new SignIns(date(), date(), date(), oneOf(SignIns.Doubt.values())));
  }

  GuestHistory history() {
    Instant seen = date();
    return new GuestHistory(seen == null ? NOW : seen, date(), date());
  }

  /** Anything may surround the guest; often nothing does, or only mail. */
  Surroundings surroundings() {
    return coin()
        ? oneOf(Surroundings.none(), ONLY_MAIL)
        : new Surroundings(
            coin(), coin(), coin(), coin(), coin(), coin(), coin(), coin() ? List.of() : UNREAD);
  }

  /** The same surroundings with one thing more, or one thing more that could not be read. */
  static Map<String, Surroundings> more(Surroundings s) {
    List<String> things =
        List.of(
            "role",
            "eligible",
            "role-assignable group",
            "sole owner",
            "application",
            "managed elsewhere",
            "mail",
            "unread");
    return things.stream().collect(Collectors.toMap(Function.identity(), what -> more(s, what)));
  }

  private static Surroundings more(Surroundings s, String what) {
    return new Surroundings(
        s.holdsRole() || what.equals("role"),
        s.eligibleForRole() || what.equals("eligible"),
        s.inRoleAssignableGroup() || what.equals("role-assignable group"),
        s.soleOwner() || what.equals("sole owner"),
        s.ownsApplication() || what.equals("application"),
        s.foreignManaged() || what.equals("managed elsewhere"),
        s.inMailEnabledGroup() || what.equals("mail"),
        what.equals("unread") ? UNREAD : s.unclear());
  }

  /** The same guest, whom one property more protects. */
  static Map<String, GuestFacts> more(GuestFacts guest) {
    return Map.of(
        "member", with(guest, "Member", guest.onPremisesSynced(), guest.managementRestricted()),
        "synced", with(guest, guest.userType(), true, guest.managementRestricted()),
        "restricted", with(guest, guest.userType(), guest.onPremisesSynced(), true));
  }

  private static GuestFacts with(
      GuestFacts guest, @Nullable String userType, boolean synced, boolean restricted) {
    return new GuestFacts(
        guest.guestId(),
        userType,
        guest.accountEnabled(),
        guest.created(),
        guest.externalUserState(),
        guest.stateChanged(),
        synced,
        restricted,
        guest.signIns());
  }

  /** Often of others or over since yesterday, and now and then one that holds for its last day. */
  List<Exclusion> exclusions(GuestFacts guest) {
    Exclusion holds = exclusionOf(guest);
    var over = new Exclusion(holds.guest(), "owner", "audit", Policies.TODAY.minusDays(1));
    var another = new Exclusion("guest-of-others", "owner", "audit", Policies.TODAY);
    return oneOf(List.of(), List.of(over), List.of(another, over), List.of(another, holds));
  }

  /** People write ids as they like. */
  static Exclusion exclusionOf(GuestFacts guest) {
    return new Exclusion(
        guest.guestId().toUpperCase(Locale.ROOT), "owner", "audit", Policies.TODAY);
  }

  Ground ground() {
    return new Ground(oneOf(Trigger.values()), coin(), coin());
  }

  Evidence evidence() {
    return oneOf(
        new Evidence.Holds(),
        new Evidence.Ended(oneOf(Change.values())),
        new Evidence.Unclear("no date"));
  }

  /**
   * The same guest, who has signed in some time later than the newest date shown, if that is past.
   */
  GuestFacts afterNewerSignIn(GuestFacts guest) {
    Instant from = guest.signIns().newest().orElse(Instant.EPOCH);
    if (!from.isBefore(NOW)) {
      return guest;
    }
    Instant newer =
        from.plusSeconds((long) (random.nextDouble() * Duration.between(from, NOW).toSeconds()));
    return signedIn(guest, newer);
  }

  /** The same guest, who signed in within so many days. */
  GuestFacts afterSignInWithin(GuestFacts guest, int days) {
    return signedIn(guest, NOW.minus(Duration.ofMinutes(random.nextInt(days * 24 * 60))));
  }

  private GuestFacts signedIn(GuestFacts guest, Instant newer) {
    SignIns old = guest.signIns();
    SignIns signIns =
        switch (random.nextInt(3)) {
          case 0 -> new SignIns(newer, old.nonInteractive(), old.successful(), old.doubt());
          case 1 -> new SignIns(old.interactive(), newer, old.successful(), old.doubt());
          default -> new SignIns(old.interactive(), old.nonInteractive(), newer, old.doubt());
        };
    return new GuestFacts(
        guest.guestId(),
        guest.userType(),
        guest.accountEnabled(),
        guest.created(),
        guest.externalUserState(),
        guest.stateChanged(),
        guest.onPremisesSynced(),
        guest.managementRestricted(),
        signIns);
  }

  boolean coin() {
    return random.nextBoolean();
  }

  @SafeVarargs
  final <T extends @Nullable Object> T oneOf(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private @Nullable Instant date() {
    return random.nextInt(4) == 0
        ? null
        : NOW.minus(Duration.ofMinutes(random.nextInt(8 * 365 * 24 * 60) - 3 * 24 * 60));
  }
}
