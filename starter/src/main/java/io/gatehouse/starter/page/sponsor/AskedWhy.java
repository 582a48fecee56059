package io.gatehouse.starter.page.sponsor;

import io.gatehouse.guest.AskedBecause;
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
    return AskedBecause.sentence(
        trigger,
        new AskedBecause.Days(
            on(guest.lastActivityAt()),
            on(guest.createdAt()),
            on(invited(guest)),
            exclusion.map(each -> calendar.day(each.until()).words()).orElse(null)));
  }

  private String you(Optional<Exclusion> exclusion) {
    String because = AskedBecause.you(role);
    return role == Role.OWNER
        ? exclusion.map(each -> "%s (%s)".formatted(because, each.reason())).orElse(because)
        : because;
  }

  private @Nullable String on(@Nullable Instant at) {
    return at == null ? null : calendar.day(at).words();
  }
}
