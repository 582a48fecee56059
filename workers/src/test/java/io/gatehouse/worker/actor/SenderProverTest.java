package io.gatehouse.worker.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.actor.AppRole;
import io.gatehouse.actor.Assertion;
import io.gatehouse.actor.Sender;
import io.gatehouse.attestation.Choice;
import io.gatehouse.attestation.Hold;
import io.gatehouse.attestation.Voice;
import io.gatehouse.evidence.SigningKey;
import io.gatehouse.store.attestation.QuestionRow;
import io.gatehouse.store.ledger.EntryRow;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who signs is proved, and may what their role may. */
class SenderProverTest extends SenderScene {
  @Test
  void whoever_signs_with_an_enrolled_key_is_proved_and_stands_in_the_ledger_without_a_name() {
    assertThat(prove(release, signed(olivia, "olivia", AppRole.OPERATOR, release)))
        .isEqualTo(OLIVIA);

    assertThat(house.ledger(ann)).containsExactly("sender.proved");
    assertThat(house.entries(ann))
        .extracting(EntryRow::body)
        .allMatch(body -> body.contains("\"role\":\"OPERATOR\"") && !body.contains("olivia"));
  }

  @Test
  void nobody_is_not_proved_and_that_stands_in_the_ledger_too() {
    var hold = new Hold(ann.openingId(), "act-1", house.now().plusSeconds(60));

    assertThat(prove(hold, null)).isEqualTo(new Sender.NotProved("nobody signed it"));
    assertThat(house.ledger(ann)).containsExactly("sender.unproved");
  }

  @Test
  void the_same_check_again_has_the_same_result_and_one_entry() {
    Assertion signed = signed(olivia, "olivia", AppRole.OPERATOR, release);

    assertThat(prove(release, signed)).isEqualTo(OLIVIA);
    assertThat(prove(release, signed)).isEqualTo(OLIVIA);
    assertThat(house.ledger(ann)).containsExactly("sender.proved");
  }

  @Test
  void an_assertion_counts_for_one_update_however_many_try_it_at_once() throws Exception {
    Assertion signed = signed(olivia, "olivia", AppRole.OPERATOR, release);
    List<Callable<Sender>> thieves =
        Stream.of("update-1", "update-2", "update-3", "update-4")
            .<Callable<Sender>>map(
                update -> () -> prover.proveSender(check(update, release, signed)))
            .toList();

    try (var threads = Executors.newFixedThreadPool(4)) {
      var results = threads.invokeAll(thieves).stream().map(done -> done.resultNow()).toList();
      assertThat(results).containsOnlyOnce(OLIVIA);
      assertThat(results)
          .filteredOn(Sender.NotProved.class::isInstance)
          .hasSize(3)
          .containsOnly(new Sender.NotProved("what was signed has been used for something else"));
    }
  }

  @Test
  void a_guest_who_is_an_operator_decides_nothing_about_their_own_account() {
    String subject = ann.guestId();
    SigningKey own = people.enrolled(subject, "OPERATOR");

    assertThat(prove(release, signed(own, subject, AppRole.OPERATOR, release)))
        .isEqualTo(new Sender.NotProved("nobody decides about themselves"));
  }

  @Test
  void an_auditor_and_a_sponsor_may_not_what_an_operator_may() {
    SigningKey audrey = people.enrolled("audrey", "AUDITOR");
    SigningKey service = people.service();

    assertThat(prove(release, signed(audrey, "audrey", AppRole.AUDITOR, release)))
        .isEqualTo(new Sender.NotProved("the role Auditor may not do this"));
    assertThat(prove(release, signed(service, "bob", AppRole.SPONSOR, release)))
        .isEqualTo(new Sender.NotProved("the role Sponsor may not do this"));
  }

  @Test
  void a_sponsor_answers_the_question_that_was_put_to_them_and_nobody_else_does() {
    UUID opening = UUID.fromString(ann.openingId());
    house.store().questions().ask(QuestionRow.asked(opening, 1, "bob", "SPONSOR", house.now()));
    SigningKey service = people.service();
    var keep = decision(Choice.KEEP, Voice.SPONSOR, 1);

    assertThat(prove(keep, signed(service, "carol", AppRole.SPONSOR, keep)))
        .isEqualTo(new Sender.NotProved("it is not who was asked this question"));
    assertThat(prove(keep, signed(olivia, "olivia", AppRole.OPERATOR, keep)))
        .as("an operator does not speak with a sponsor's voice")
        .isEqualTo(new Sender.NotProved("the role Operator may not do this"));
    assertThat(prove(keep, signed(service, "bob", AppRole.SPONSOR, keep)))
        .isEqualTo(new Sender.Proved("bob", AppRole.SPONSOR));
  }
}
