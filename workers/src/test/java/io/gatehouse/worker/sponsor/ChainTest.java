package io.gatehouse.worker.sponsor;

import static io.gatehouse.worker.sponsor.Asked.is;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.guest.Trigger;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.Initiator;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sponsor.Candidate;
import io.gatehouse.sponsor.Role;
import io.gatehouse.store.sponsor.InvitationRow;
import io.gatehouse.worker.house.TryHouse;
import io.gatehouse.worker.house.TryPolicy;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is asked about a guest, one after the other. */
class ChainTest {
  private final TryHouse house = new TryHouse();

  @AfterEach
  void stop() {
    house.close();
  }

  @ParameterizedTest
  @CsvSource({
    "SPONSOR_SILENT, CHIARA SPONSOR / BORIS MANAGER / GRACE STEWARD",
    "FIVE_SPONSORS, ANNA SPONSOR / CHIARA SPONSOR / JUDITH SPONSOR / GRACE STEWARD",
    "GROUP_SPONSOR, BORIS MEMBER / GRACE STEWARD",
    "SPONSOR_GONE, ANNA MANAGER / GRACE STEWARD",
    "SPONSOR_DELETED, ANNA MANAGER / GRACE STEWARD",
    "SPONSOR_IS_GUEST, GRACE STEWARD",
    "SPONSOR_WITHOUT_MAILBOX, GRACE STEWARD",
    "SELF_SPONSOR, ANNA MANAGER / GRACE STEWARD",
    "NO_SPONSOR, GRACE STEWARD",
    "WITHOUT_SPONSOR, ANNA MANAGER / GRACE STEWARD",
    "NO_ADDRESS, BORIS SPONSOR / GRACE STEWARD",
    "HOSTILE_NAME, GRACE SPONSOR"
  })
  void everybody_fit_is_asked_in_graphs_order_and_the_steward_last(NamedGuest guest, String chain) {
    assertThat(new Asked(house, guest).all()).containsExactly(chain.split(" / "));
  }

  @Test
  void the_inviter_comes_after_the_manager_and_before_the_steward() {
    invited(NamedGuest.SPONSOR_SILENT, house.tenant().idOf(Employee.HENRY), null);

    assertThat(new Asked(house, NamedGuest.SPONSOR_SILENT).all())
        .containsExactly("CHIARA SPONSOR", "BORIS MANAGER", "HENRY INVITER", "GRACE STEWARD");
  }

  @Test
  void an_inviter_who_was_asked_in_another_role_is_not_asked_twice() {
    invited(NamedGuest.SPONSOR_SILENT, house.tenant().idOf(Employee.CHIARA), null);

    assertThat(new Asked(house, NamedGuest.SPONSOR_SILENT).all())
        .containsExactly("CHIARA SPONSOR", "BORIS MANAGER", "GRACE STEWARD");
  }

  @Test
  void an_application_or_somebody_who_left_invites_nobody_who_could_be_asked() {
    invited(NamedGuest.NO_SPONSOR, null, "Microsoft.Azure.SyncFabric");
    invited(NamedGuest.SPONSOR_KEEPS, house.tenant().idOf(Employee.FRANK), null);

    assertThat(new Asked(house, NamedGuest.NO_SPONSOR).all()).containsExactly("GRACE STEWARD");
    assertThat(new Asked(house, NamedGuest.SPONSOR_KEEPS).all())
        .containsExactly("ANNA SPONSOR", "GRACE STEWARD");
  }

  private void invited(NamedGuest guest, @Nullable String inviter, @Nullable String application) {
    house
        .store()
        .invitations()
        .upsert(List.of(new InvitationRow(house.idOf(guest), house.now(), inviter, application)));
  }

  @Test
  void a_group_of_many_is_asked_five_times_at_most_then_the_chain_goes_on() {
    house
        .relay()
        .rewrite(
            "/groups/[^/]+/members$",
            _ ->
                "{\"value\":[%s]}"
                    .formatted(
                        Stream.of(
                                Employee.ANNA,
                                Employee.BORIS,
                                Employee.CHIARA,
                                Employee.DAVID,
                                Employee.EMMA,
                                Employee.FRANK,
                                Employee.HENRY,
                                Employee.JUDITH)
                            .map(this::member)
                            .collect(Collectors.joining(","))));
    house.relay().rewrite("/groups/[^/]+/owners$", _ -> "{\"value\":[]}");

    List<String> all = new Asked(house, NamedGuest.GROUP_SPONSOR).all();

    assertThat(all).hasSize(6).endsWith("GRACE STEWARD").doesNotContain("FRANK MEMBER");
    assertThat(all.subList(0, 5))
        .allMatch(each -> each.endsWith(" MEMBER"))
        .doesNotHaveDuplicates();
  }

  private String member(Employee employee) {
    return """
    {"@odata.type":"#microsoft.graph.user","id":"%s","displayName":"x","mail":"%s","userType":"Member",
     "accountEnabled":%s}
    """
        .formatted(house.tenant().idOf(employee), employee.mail(), employee.stillEmployed());
  }

  @Test
  void a_sponsor_deleted_after_the_list_was_read_is_passed_over() {
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
                        Initiator.ADMINISTRATOR,
                        "elsewhere"));

    assertThat(new Asked(house, NamedGuest.SPONSOR_SILENT).next())
        .isEqualTo(is(house, Employee.BORIS, Role.MANAGER));
  }

  @Test
  void a_guest_is_never_asked_about_itself_not_even_by_another_account_with_its_address() {
    house
        .relay()
        .rewrite(
            "/sponsors$",
            json ->
                json.replace(
                    house.tenant().idOf(Employee.CHIARA), house.idOf(NamedGuest.SPONSOR_SILENT)));
    assertThat(new Asked(house, NamedGuest.SPONSOR_SILENT).next())
        .isEqualTo(is(house, Employee.BORIS, Role.MANAGER));

    var self = new Asked(house, NamedGuest.SELF_SPONSOR);
    assertThat(self.all()).noneMatch(each -> each.contains("KURT"));
    assertThat(refused(self, house.tenant().idOf(Employee.KURT)).getType()).isEqualTo("REFUSED");
  }

  @Test
  void about_an_exclusion_its_owner_is_asked_and_then_the_steward_and_no_sponsor() {
    assertThat(new Asked(house, NamedGuest.EXCLUSION_LAPSES, Trigger.EXCLUSION_ENDS).all())
        .containsExactly("BORIS OWNER", "GRACE STEWARD");
  }

  @Test
  void an_exclusion_whose_owner_left_or_that_is_no_longer_there_is_the_stewards() {
    house
        .tenant()
        .delete(house.tenant().idOf(Employee.BORIS), Initiator.ADMINISTRATOR, "elsewhere");
    assertThat(new Asked(house, NamedGuest.EXCLUSION_LAPSES, Trigger.EXCLUSION_ENDS).all())
        .containsExactly("GRACE STEWARD");

    house.apply(TryPolicy.exclusions());
    assertThat(new Asked(house, NamedGuest.EXCLUSION_ATTESTED, Trigger.EXCLUSION_ENDS).all())
        .containsExactly("GRACE STEWARD");
  }

  @Test
  void whom_an_operator_names_is_asked_even_when_asked_before() {
    var asked = new Asked(house, NamedGuest.SPONSOR_SILENT);
    asked.next();

    assertThat(asked.named(house.tenant().idOf(Employee.HENRY)))
        .isEqualTo(is(house, Employee.HENRY, Role.NAMED));
    assertThat(asked.named(house.tenant().idOf(Employee.CHIARA)))
        .isEqualTo(is(house, Employee.CHIARA, Role.NAMED));
  }

  @ParameterizedTest
  @CsvSource({"FRANK", "IVAN"})
  void a_named_person_who_cannot_be_asked_is_refused_with_a_sentence(Employee unfit) {
    var asked = new Asked(house, NamedGuest.SPONSOR_SILENT);

    ApplicationFailure failure = refused(asked, house.tenant().idOf(unfit));

    assertThat(failure.getType()).isEqualTo("REFUSED");
    assertThat(failure.getOriginalMessage())
        .startsWith("the person named cannot be asked")
        .contains("reassign to somebody else");
  }

  @Test
  void neither_a_guest_nor_the_guest_nor_nobody_can_be_named() {
    var asked = new Asked(house, NamedGuest.SPONSOR_SILENT);

    for (String id :
        List.of(
            house.idOf(NamedGuest.ACTIVE_INTERACTIVE),
            house.idOf(NamedGuest.SPONSOR_SILENT),
            "00000000-0000-4000-8000-000000000000")) {
      assertThat(refused(asked, id).getType()).isEqualTo("REFUSED");
    }
    assertThat(asked.next()).isEqualTo(is(house, Employee.CHIARA, Role.SPONSOR));
  }

  private static ApplicationFailure refused(Asked asked, String id) {
    return catchThrowableOfType(ApplicationFailure.class, () -> asked.named(id));
  }

  @Test
  void a_steward_who_is_the_guest_under_another_account_is_nobody() {
    house.apply(TryPolicy.steward(house.tenant().idOf(Employee.KURT)));
    var asked = new Asked(house, NamedGuest.SELF_SPONSOR);

    assertThat(asked.all()).containsExactly("ANNA MANAGER");
    assertThat(asked.next()).isEqualTo(Candidate.nobody());
  }
}
