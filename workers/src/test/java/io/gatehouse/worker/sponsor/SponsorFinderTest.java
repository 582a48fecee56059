package io.gatehouse.worker.sponsor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.sandbox.graph.Fault;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.Initiator;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sponsor.Candidate;
import io.gatehouse.sponsor.Role;
import io.gatehouse.sponsor.SponsorSearch;
import io.gatehouse.store.person.PersonRow;
import io.gatehouse.worker.house.TryHouse;
import io.temporal.failure.ApplicationFailure;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SponsorFinderTest {
  private final TryHouse house = new TryHouse();
  private final SponsorFinder finder = new SponsorFinder(house.house(), house.reader());

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void sponsor_then_manager_then_steward_then_nobody() {
    assertThat(find(NamedGuest.SPONSOR_SILENT)).isEqualTo(is(Employee.CHIARA, Role.SPONSOR));
    assertThat(find(NamedGuest.SPONSOR_SILENT, Employee.CHIARA))
        .isEqualTo(is(Employee.BORIS, Role.MANAGER));
    assertThat(find(NamedGuest.SPONSOR_SILENT, Employee.CHIARA, Employee.BORIS))
        .isEqualTo(is(Employee.GRACE, Role.STEWARD));
    assertThat(find(NamedGuest.SPONSOR_SILENT, Employee.CHIARA, Employee.BORIS, Employee.GRACE))
        .isEqualTo(Candidate.nobody());
  }

  @Test
  void a_guest_without_sponsor_and_manager_goes_to_the_steward() {
    assertThat(find(NamedGuest.NO_SPONSOR)).isEqualTo(is(Employee.GRACE, Role.STEWARD));
  }

  @Test
  void a_sponsor_whose_account_is_disabled_is_skipped() {
    assertThat(find(NamedGuest.SPONSOR_GONE)).isEqualTo(is(Employee.ANNA, Role.MANAGER));
  }

  @Test
  void a_sponsor_who_was_deleted_is_skipped_even_when_the_list_still_shows_them() {
    house
        .relay()
        .after(
            "GET",
            "/sponsors$",
            () ->
                house
                    .tenant()
                    .delete(
                        house.tenant().idOf(Employee.CHIARA),
                        new Initiator.Person("admin"),
                        "elsewhere"));

    assertThat(find(NamedGuest.SPONSOR_SILENT)).isEqualTo(is(Employee.BORIS, Role.MANAGER));
  }

  @Test
  void a_sponsor_without_a_mailbox_is_skipped() {
    house
        .relay()
        .rewrite(
            "/users/" + house.tenant().idOf(Employee.CHIARA) + "$",
            json -> json.replace("\"" + Employee.CHIARA.mail() + "\"", "null"));

    assertThat(find(NamedGuest.SPONSOR_SILENT)).isEqualTo(is(Employee.BORIS, Role.MANAGER));
  }

  @Test
  void a_group_is_nobody_who_answers() {
    house
        .relay()
        .rewrite(
            "/sponsors$", json -> json.replace("#microsoft.graph.user", "#microsoft.graph.group"));

    assertThat(find(NamedGuest.SPONSOR_SILENT)).isEqualTo(is(Employee.BORIS, Role.MANAGER));
  }

  @Test
  void a_guest_is_never_asked_about_itself() {
    String guest = house.idOf(NamedGuest.SPONSOR_SILENT);
    house
        .relay()
        .rewrite(
            "/sponsors$|/manager$",
            json ->
                json.replace(house.tenant().idOf(Employee.CHIARA), guest)
                    .replace(house.tenant().idOf(Employee.BORIS), guest));

    assertThat(find(NamedGuest.SPONSOR_SILENT)).isEqualTo(is(Employee.GRACE, Role.STEWARD));
  }

  @Test
  void name_and_address_stay_in_the_store_and_do_not_travel() {
    Candidate candidate = find(NamedGuest.SPONSOR_KEEPS);

    assertThat(candidate.toString()).doesNotContain("Anna", "@");
    assertThat(house.store().people().find(house.tenant().idOf(Employee.ANNA)))
        .contains(
            new PersonRow(
                house.tenant().idOf(Employee.ANNA),
                Employee.ANNA.displayName(),
                Employee.ANNA.mail(),
                house.now()));
  }

  @Test
  void trouble_with_graph_is_no_reason_to_pass_somebody_over() {
    house
        .sandbox()
        .graph()
        .faults()
        .inject("GET", "/sponsors$", 1, new Fault.Unavailable(503, Fault.Moment.AFTER_THE_EFFECT));

    var failure =
        catchThrowableOfType(ApplicationFailure.class, () -> find(NamedGuest.SPONSOR_SILENT));

    assertThat(failure.getType()).isEqualTo("TRANSIENT");
    assertThat(find(NamedGuest.SPONSOR_SILENT)).isEqualTo(is(Employee.CHIARA, Role.SPONSOR));
  }

  private Candidate find(NamedGuest guest, Employee... passedOver) {
    List<String> ids = Arrays.stream(passedOver).map(house.tenant()::idOf).toList();
    var ref = new LifecycleRef(house.house().tenant(), house.idOf(guest), "unused");
    return finder.findSponsor(new SponsorSearch(ref, ids));
  }

  private Candidate is(Employee employee, Role role) {
    return new Candidate(house.tenant().idOf(employee), role);
  }
}
