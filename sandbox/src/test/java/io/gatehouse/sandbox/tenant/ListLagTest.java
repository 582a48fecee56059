package io.gatehouse.sandbox.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.sandbox.MovableClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ListLagTest {
  private final MovableClock clock = new MovableClock();
  private final Tenant tenant = new Tenant(7, clock, new TenantSize(60, 11));
  private final String id = tenant.idOf(NamedGuest.PLAINLY_STALE);

  private void disable(String user, boolean enabled) {
    tenant.setAccountEnabled(user, enabled, Initiator.ADMINISTRATOR, "by hand");
  }

  private Optional<User> listed(String user) {
    return tenant.usersAfter("").filter(u -> u.id().equals(user)).findFirst();
  }

  private boolean listedEnabled(String user) {
    return listed(user).orElseThrow().accountEnabled();
  }

  @Test
  void without_a_lag_lists_are_fresh() {
    disable(id, false);

    assertThat(listedEnabled(id)).isFalse();
  }

  @Test
  void a_list_shows_a_user_as_it_was_and_a_read_by_id_as_it_is() {
    tenant.listLag(Duration.ofMinutes(5));
    disable(id, false);

    clock.pass(Duration.ofMinutes(4));
    assertThat(listedEnabled(id)).isTrue();
    assertThat(tenant.user(id).orElseThrow().accountEnabled()).isFalse();

    clock.pass(Duration.ofMinutes(1));
    assertThat(listedEnabled(id)).isFalse();
  }

  @Test
  void several_changes_appear_one_after_the_other() {
    tenant.listLag(Duration.ofMinutes(5));
    disable(id, false);
    clock.pass(Duration.ofMinutes(3));
    disable(id, true);

    clock.pass(Duration.ofMinutes(2));
    assertThat(listedEnabled(id)).isFalse();

    clock.pass(Duration.ofMinutes(3));
    assertThat(listedEnabled(id)).isTrue();
  }

  @Test
  void a_deleted_user_is_still_listed_and_a_restored_one_not_yet() {
    tenant.listLag(Duration.ofMinutes(5));
    tenant.delete(id, Initiator.ADMINISTRATOR, "by hand");
    assertThat(listed(id)).isPresent();

    clock.pass(Duration.ofMinutes(6));
    assertThat(listed(id)).isEmpty();
    tenant.restore(id, Initiator.ADMINISTRATOR, "by hand");
    assertThat(listed(id)).isEmpty();

    clock.pass(Duration.ofMinutes(5));
    assertThat(listed(id)).isPresent();
  }

  @Test
  void generated_guests_lag_too() {
    tenant.listLag(Duration.ofMinutes(5));
    String generated =
        tenant.guests().stream()
            .filter(User::accountEnabled)
            .map(User::id)
            .filter(g -> NamedGuest.listed().stream().noneMatch(n -> tenant.idOf(n).equals(g)))
            .findFirst()
            .orElseThrow();
    disable(generated, false);

    assertThat(listedEnabled(generated)).isTrue();
    clock.pass(Duration.ofMinutes(5));
    assertThat(listedEnabled(generated)).isFalse();
  }
}
