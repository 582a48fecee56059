package io.gatehouse.sandbox.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.gatehouse.sandbox.MovableClock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DirectoryAuditsTest {
  private final MovableClock clock = new MovableClock();
  private final Tenant tenant = new Tenant(7, clock);

  private List<AuditEntry> of(NamedGuest guest) {
    return tenant.directoryAudits().stream()
        .filter(entry -> entry.targetId().equals(tenant.idOf(guest)))
        .toList();
  }

  @Test
  void an_invitation_of_the_last_days_names_the_inviter_with_object_id_and_details() {
    var invited = of(NamedGuest.INVITER_KNOWN);

    assertThat(invited).extracting(AuditEntry::activity).containsExactly("Invite external user");
    assertThat(invited.getFirst().initiator())
        .isEqualTo(
            new Initiator.Person(tenant.idOf(Employee.HENRY), "henry.adeyemi@contoso.example.com"));
    assertThat(invited.getFirst().at()).isEqualTo(tenant.guest(NamedGuest.INVITER_KNOWN).created());
    assertThat(invited.getFirst().details())
        .containsOnlyKeys("InvitationId", "invitedUserEmailAddress", "oid", "ipaddr", "wids", "tid")
        .contains(
            entry("invitedUserEmailAddress", NamedGuest.INVITER_KNOWN.mail()),
            entry("oid", tenant.idOf(Employee.HENRY)),
            entry("tid", tenant.id()));
  }

  @Test
  void cross_tenant_synchronization_invites_as_an_application() {
    assertThat(of(NamedGuest.SYNC_INVITED))
        .singleElement()
        .extracting(AuditEntry::initiator)
        .isInstanceOfSatisfying(
            Initiator.Service.class,
            service -> assertThat(service.displayName()).isEqualTo("Microsoft.Azure.SyncFabric"));
  }

  @Test
  void a_redemption_is_made_by_the_guest() {
    var guest = tenant.guest(NamedGuest.CREATED_YESTERDAY);

    assertThat(of(NamedGuest.CREATED_YESTERDAY))
        .extracting(AuditEntry::activity)
        .containsExactly("Invite external user", "Redeem external user invite");
    assertThat(of(NamedGuest.CREATED_YESTERDAY).getLast().initiator())
        .isEqualTo(new Initiator.Person(guest.id(), guest.userPrincipalName()));
  }

  @Test
  void nothing_older_than_thirty_days_is_shown() {
    assertThat(of(NamedGuest.PENDING_INVITATION)).isEmpty();
    assertThat(of(NamedGuest.REDEEMS_LATE)).hasSize(1);

    clock.pass(Duration.ofDays(5));

    assertThat(of(NamedGuest.REDEEMS_LATE)).isEmpty();
    assertThat(of(NamedGuest.INVITER_KNOWN)).hasSize(1);
  }

  @Test
  void changes_since_the_start_follow_in_order_and_pass_away_too() {
    tenant.setAccountEnabled(
        tenant.idOf(NamedGuest.PLAINLY_STALE), false, Initiator.ADMINISTRATOR, "by hand");
    assertThat(tenant.directoryAudits())
        .isSortedAccordingTo(Comparator.comparing(AuditEntry::at))
        .last()
        .extracting(AuditEntry::activity)
        .isEqualTo("Disable account");

    clock.pass(Duration.ofDays(30));

    assertThat(tenant.directoryAudits()).isEmpty();
    assertThat(tenant.auditLog()).hasSize(1);
  }

  @Test
  void recent_generated_guests_were_invited_by_somebody_of_the_tenant() {
    var large = new Tenant(7, clock, new TenantSize(5_000, 40));

    assertThat(large.directoryAudits())
        .filteredOn(e -> e.activity().equals("Invite external user"))
        .hasSizeGreaterThan(20)
        .extracting(AuditEntry::initiator)
        .allSatisfy(by -> {
          if (by instanceof Initiator.Person person) {
            assertThat(large.user(String.valueOf(person.id()))).isPresent();
          }
        });
  }
}
