package io.gatehouse.sandbox.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gatehouse.sandbox.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StoryTest {
  private final MovableClock clock = new MovableClock();
  private final Tenant tenant = new Tenant(7, clock);
  private final Story story = new Story(tenant);

  private int afterDays(int days) {
    clock.pass(Duration.between(clock.instant(), tenant.start().plus(Duration.ofDays(days))));
    return story.act(clock.instant());
  }

  private String lastInteractive(NamedGuest guest) {
    var seen = tenant.guest(guest).signIns();
    return seen == null ? "" : String.valueOf(seen.interactive());
  }

  @Test
  void nothing_happens_before_it_is_due() {
    assertThat(afterDays(3)).isZero();
    assertThat(story.nextDue()).contains(Instant.parse("2026-03-06T08:00:00Z"));
  }

  @Test
  void an_administrator_deletes_one_guest_on_day_fifteen() {
    afterDays(14);
    assertThat(tenant.bin()).isEmpty();

    afterDays(15);

    assertThat(tenant.inBin(tenant.idOf(NamedGuest.DELETED_BY_ADMIN))).isPresent();
    assertThat(tenant.auditLog())
        .extracting(AuditEntry::activity, AuditEntry::initiator)
        .containsExactly(tuple(AuditEntry.DELETE, Story.ADMINISTRATOR));
  }

  @Test
  void one_stale_guest_comes_back_on_day_sixteen() {
    String before = lastInteractive(NamedGuest.COMES_BACK);
    afterDays(15);
    assertThat(lastInteractive(NamedGuest.COMES_BACK)).isEqualTo(before);

    afterDays(16);

    assertThat(lastInteractive(NamedGuest.COMES_BACK)).isEqualTo("2026-03-18T08:00:00Z");
  }

  @Test
  void active_guests_stay_active_by_their_own_date_however_long_it_lasts() {
    afterDays(150);

    Instant lastWeek = clock.instant().minus(Duration.ofDays(7));
    var seen =
        List.of(
            NamedGuest.ACTIVE_INTERACTIVE,
            NamedGuest.ACTIVE_NON_INTERACTIVE,
            NamedGuest.ACTIVE_SUCCESSFUL);
    assertThat(seen)
        .map(guest -> tenant.guest(guest).signIns())
        .allSatisfy(dates -> {
          assertThat(dates).isNotNull();
          assertThat(Instant.parse(String.valueOf(dates.successful()))).isAfter(lastWeek);
        });
    assertThat(lastInteractive(NamedGuest.ACTIVE_SUCCESSFUL)).isEqualTo("2024-10-18T08:00:00Z");
  }

  @Test
  void two_small_steps_come_to_the_same_as_one_large() {
    var other = new Tenant(7, clock);
    var inOneStep = new Story(other);
    afterDays(16);
    afterDays(40);

    inOneStep.act(clock.instant());

    assertThat(other.users()).isEqualTo(tenant.users());
  }
}
