package io.gatehouse.worker.sponsor;

import static io.gatehouse.worker.sponsor.Asked.is;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.sandbox.graph.Quirk;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.Initiator;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sponsor.Candidate;
import io.gatehouse.sponsor.Role;
import io.gatehouse.store.attestation.QuestionRow;
import io.gatehouse.store.person.PersonRow;
import io.gatehouse.temporal.WorkflowIds;
import io.gatehouse.worker.house.TryHouse;
import io.gatehouse.worker.house.TryPolicy;
import io.gatehouse.worker.house.TryTemporal;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AskerTest {
  private final TryHouse house = new TryHouse();

  @AfterEach
  void stop() {
    house.close();
  }

  @Test
  void whoever_is_found_is_asked_at_their_desk_in_the_same_breath() {
    var asked = new Asked(house, NamedGuest.SPONSOR_KEEPS);

    assertThat(asked.next()).isEqualTo(is(house, Employee.ANNA, Role.SPONSOR));

    UUID openingId = UUID.fromString(asked.ref().openingId());
    String anna = house.tenant().idOf(Employee.ANNA);
    assertThat(house.store().questions().of(openingId))
        .containsExactly(QuestionRow.asked(openingId, 1, anna, "SPONSOR", house.now()));
    assertThat(TryTemporal.signals(WorkflowIds.desk(house.house().tenant(), anna)))
        .containsExactly("ask");
    assertThat(house.ledger(asked.ref())).containsExactly("question.asked");
  }

  @Test
  void the_same_round_asks_the_same_person_whatever_changed_meanwhile() {
    var asked = new Asked(house, NamedGuest.SPONSOR_SILENT);
    asked.next();
    house
        .tenant()
        .delete(house.tenant().idOf(Employee.CHIARA), Initiator.ADMINISTRATOR, "elsewhere");

    assertThat(asked.again()).isEqualTo(is(house, Employee.CHIARA, Role.SPONSOR));
    assertThat(house.ledger(asked.ref())).containsExactly("question.asked");
    assertThat(house.store().questions().of(UUID.fromString(asked.ref().openingId()))).hasSize(1);
  }

  @Test
  void when_nobody_is_left_nobody_is_asked() {
    house.apply(TryPolicy.steward(house.tenant().idOf(Employee.IVAN)));
    var asked = new Asked(house, NamedGuest.NO_SPONSOR);

    assertThat(asked.next()).isEqualTo(Candidate.nobody());
    assertThat(house.store().questions().of(UUID.fromString(asked.ref().openingId()))).isEmpty();
    assertThat(house.ledger(asked.ref())).isEmpty();
  }

  @Test
  void name_and_address_stay_in_the_store_and_do_not_travel() {
    Candidate candidate = new Asked(house, NamedGuest.SPONSOR_KEEPS).next();

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
  void silence_counts_once_everybody_before_the_steward_was_asked() {
    var asked = new Asked(house, NamedGuest.SPONSOR_SILENT);

    assertThat(asked.silenceCounts()).isFalse();
    asked.heard();
    assertThat(asked.silenceCounts()).isFalse(); // the manager may know better
    asked.heard();
    assertThat(asked.silenceCounts()).isTrue();
  }

  @Test
  void who_never_got_the_question_was_not_silent() {
    var asked = new Asked(house, NamedGuest.SPONSOR_SILENT);
    asked.next();
    asked.heard();

    assertThat(asked.silenceCounts()).isFalse();
  }

  @Test
  void silence_never_counts_for_who_may_read_a_groups_mail_without_signing_in() {
    var asked = new Asked(house, NamedGuest.MAIL_ONLY);
    asked.next();
    asked.next();

    assertThat(asked.next()).isEqualTo(is(house, Employee.GRACE, Role.STEWARD));
    assertThat(asked.silenceCounts()).isFalse();
  }

  @Test
  void silence_does_not_count_while_nobody_can_tell_whether_a_group_takes_mail() {
    var asked = new Asked(house, NamedGuest.PLAINLY_STALE);
    asked.heard();
    assertThat(asked.silenceCounts()).isTrue();

    house.sandbox().graph().turnOn(Quirk.GROUPS_UNREADABLE);
    assertThat(asked.silenceCounts()).isFalse();
  }
}
