package io.gatehouse.worker.guest;

import io.gatehouse.guest.Standing;
import io.gatehouse.guest.Trigger;
import io.gatehouse.safety.Guard;
import io.gatehouse.sandbox.tenant.NamedGuest;
import org.jspecify.annotations.Nullable;

/**
 * What scans on day 1 and day 17 must make of a named guest, under the policy of tests and with the
 * sandbox's story going on; and what opening for the second one must come to.
 *
 * @param first null for one who must never be listed
 * @param opened the trigger of the lifecycle that runs in the end, null when none may
 * @param words of the standing in the end
 */
record Fate(@Nullable Seen first, @Nullable Seen second, @Nullable Trigger opened, String words) {

  /** A standing and what the guest is due for. */
  record Seen(Standing standing, @Nullable Trigger due) {}

  static final Fate NEVER_LISTED = new Fate(null, null, null, "");

  /** Exhaustive on purpose: whoever adds a guest says here what must and must never happen. */
  static Fate of(NamedGuest guest) {
    return switch (guest) {
      case PLAINLY_STALE,
          NO_SPONSOR,
          SPONSOR_GONE,
          SPONSOR_SILENT,
          SPONSOR_KEEPS,
          SPONSOR_REMOVES,
          SPONSOR_CHANGES_MIND,
          HOSTILE_NAME,
          SPONSOR_DELETED,
          SPONSOR_IS_GUEST,
          SPONSOR_WITHOUT_MAILBOX,
          GROUP_SPONSOR,
          FIVE_SPONSORS,
          SELF_SPONSOR,
          INTERNAL_GUEST,
          CO_OWNER,
          MAIL_ONLY,
          GAINS_ROLE_IN_GRACE,
          NO_ADDRESS,
          OTHER_MAIL ->
          opens(Trigger.INACTIVE);
      case NEVER_SIGNED_IN -> opens(Trigger.NEVER_SIGNED_IN);
      case PENDING_INVITATION -> opens(Trigger.INVITATION_NOT_REDEEMED);
      case ACTIVE_INTERACTIVE,
          ACTIVE_NON_INTERACTIVE,
          ACTIVE_SUCCESSFUL,
          FAILED_SIGN_INS_ONLY,
          NON_INTERACTIVE_ONLY,
          REVIEW_KEPT,
          REVIEW_REMOVED ->
          stays(Standing.ACTIVE, "active");
      case NULL_DATES -> stays(Standing.UNKNOWN, "older than Graph's records");
      case EMPTY_DATES, YEAR_ONE -> stays(Standing.UNKNOWN, "placeholders, no proof of anything");
      case CREATED_YESTERDAY, INVITER_KNOWN, SYNC_INVITED ->
          stays(Standing.UNKNOWN, "too young to tell");
      case ON_PREMISES -> stays(Standing.EXEMPT, Guard.ON_PREMISES.sentence());
      case RESTRICTED_UNIT -> stays(Standing.EXEMPT, Guard.RESTRICTED_UNIT.sentence());
      case EXCLUDED -> stays(Standing.EXEMPT, Guard.EXCLUDED.sentence());
      case ALREADY_DISABLED -> stays(Standing.EXEMPT, Guard.ALREADY_DISABLED.sentence());
      case ROLE_HOLDER -> guarded(Guard.ROLE_HOLDER);
      case ELIGIBLE_ROLE -> guarded(Guard.ELIGIBLE_FOR_ROLE);
      case ROLE_ASSIGNABLE_MEMBER -> guarded(Guard.ROLE_ASSIGNABLE_GROUP);
      case SOLE_OWNER -> guarded(Guard.SOLE_OWNER);
      case APPLICATION_OWNER -> guarded(Guard.APPLICATION_OWNER);
      case FOREIGN_MANAGED -> guarded(Guard.FOREIGN_MANAGED);
      case GAINS_ROLE -> guarded(Guard.ROLE_HOLDER); // since day 13
      case WITHOUT_SPONSOR ->
          becomes(
              new Seen(Standing.ACTIVE, null),
              new Seen(Standing.IN_PROGRESS, Trigger.SPONSOR_MISSING),
              Trigger.SPONSOR_MISSING,
              "running");
      case EXCLUSION_ATTESTED, EXCLUSION_LAPSES ->
          becomes(
              new Seen(Standing.EXEMPT, null),
              new Seen(Standing.IN_PROGRESS, Trigger.EXCLUSION_ENDS),
              Trigger.EXCLUSION_ENDS,
              "running");
      case COMES_BACK -> becomes(stale(), new Seen(Standing.ACTIVE, null), null, "active");
      case REDEEMS_LATE -> stays(Standing.UNKNOWN, "too young to tell"); // it redeems on day 20
      case DELETED_BY_ADMIN, BECOMES_MEMBER ->
          // Not listed any more: what was read on day 1 is all that the row says.
          becomes(
              stale(),
              new Seen(Standing.GONE, Trigger.INACTIVE),
              null,
              "first missed on 2026-03-19");
      case EXTERNAL_MEMBER -> NEVER_LISTED;
    };
  }

  private static Seen stale() {
    return new Seen(Standing.IN_PROGRESS, Trigger.INACTIVE);
  }

  private static Fate opens(Trigger trigger) {
    var due = new Seen(Standing.IN_PROGRESS, trigger);
    return new Fate(due, due, trigger, "a lifecycle is running");
  }

  private static Fate stays(Standing standing, String words) {
    var seen = new Seen(standing, null);
    return new Fate(seen, seen, null, words);
  }

  /** Due by its dates, and kept out by the look at what surrounds it. */
  private static Fate guarded(Guard guard) {
    return new Fate(stale(), stale(), null, guard.sentence());
  }

  private static Fate becomes(Seen first, Seen second, @Nullable Trigger opened, String words) {
    return new Fate(first, second, opened, words);
  }
}
