package io.gatehouse.starter.page.sponsor;

import io.gatehouse.guest.Trigger;
import io.gatehouse.policy.Exclusion;
import io.gatehouse.sponsor.Role;
import io.gatehouse.starter.page.Calendar;
import io.gatehouse.store.guest.GuestRow;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why a guest is asked about, and why this person is asked. */
record AskedWhy(Trigger trigger, Role role, GuestRow guest, Calendar calendar) {

  /**
   * Two sentences for the person asked.
   *
   * @param exclusion that holds for the guest; its reason is read by its owner only
   */
  String sentences(Optional<Exclusion> exclusion) {
    return "%s You are asked because %s.".formatted(why(exclusion), you(exclusion));
  }

  /** An invitation that was sent again counts from then. */
  static @Nullable Instant invited(GuestRow guest) {
    return Stream.of(
            Optional.ofNullable(guest.stateChangedAt()), Optional.ofNullable(guest.createdAt()))
        .flatMap(Optional::stream)
        .max(Instant::compareTo)
        .orElse(null);
  }

  private String why(Optional<Exclusion> exclusion) {
    return switch (trigger) {
      case INACTIVE ->
          on(guest.lastActivityAt())
              .map(day -> "Nobody has signed in to this account since %s.".formatted(day))
              .orElse("Nobody has signed in to this account for a long time.");
      case NEVER_SIGNED_IN ->
          on(guest.createdAt())
              .map(day ->
                  "This account was created on %s, and nobody has ever signed in to it."
                      .formatted(day))
              .orElse("Nobody has ever signed in to this account.");
      case INVITATION_NOT_REDEEMED ->
          on(invited(guest))
              .map(day -> "The invitation sent on %s was never accepted.".formatted(day))
              .orElse("The invitation was never accepted.");
      case SPONSOR_MISSING ->
          "This account is in use%s, but nobody who answers is on record as its sponsor."
              .formatted(lastSignIn());
      case ATTESTATION_DUE ->
          "Every guest is reviewed from time to time, also those who work with us: this account is in use%s."
              .formatted(lastSignIn());
      case EXCLUSION_ENDS ->
          exclusion
              .map(each ->
                  "By the policy this guest is left alone until %s; after that day the guest is treated like any other."
                      .formatted(calendar.day(each.until()).words()))
              .orElse("By the policy this guest is left alone, and that ends soon.");
    };
  }

  private String you(Optional<Exclusion> exclusion) {
    return switch (role) {
      case OWNER ->
          exclusion
              .map(each -> "you asked for this exception (%s)".formatted(each.reason()))
              .orElse("you asked for this exception");
      case SPONSOR -> "the directory names you as the guest's sponsor";
      case MEMBER ->
          "the directory names a group as the guest's sponsor, and you own it or belong to it";
      case MANAGER -> "the directory names you as the guest's manager";
      case INVITER -> "you invited the guest, as the directory's audit log says";
      case NAMED -> "an operator named you as the person who can answer";
      case STEWARD -> "nobody else could decide, and you are the steward for such guests";
    };
  }

  private String lastSignIn() {
    return on(guest.lastActivityAt()).map(day -> ", last on " + day).orElse("");
  }

  private Optional<String> on(@Nullable Instant at) {
    return Optional.ofNullable(at).map(each -> calendar.day(each).words());
  }
}
