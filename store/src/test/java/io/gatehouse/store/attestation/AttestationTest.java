package io.gatehouse.store.attestation;

import static io.gatehouse.store.Rows.NOON;
import static io.gatehouse.store.Rows.answer;
import static io.gatehouse.store.Rows.lifecycle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttestationTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();

  private Store store = DATABASE.store("unset");
  private UUID opening = UUID.randomUUID();

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void a_tenant_of_its_own() {
    store = DATABASE.store(UUID.randomUUID().toString());
    opening = store.lifecycles().open(lifecycle("ann")).openingId();
  }

  private QuestionRow ask(int round, String sponsor) {
    return store.questions().ask(QuestionRow.asked(opening, round, sponsor, "SPONSOR", NOON));
  }

  private QuestionRow question(int round) {
    return store.questions().find(opening, round).orElseThrow();
  }

  private AnswerRow say(String choice) {
    var answer = answer(opening, 1, choice, NOON);
    assertThat(store.answers().record(answer)).isTrue();
    return answer;
  }

  @Test
  void asking_twice_in_a_round_keeps_the_first_question() {
    var first = ask(1, "bob");

    assertThat(ask(1, "cleo")).isEqualTo(first);
    assertThat(ask(2, "cleo").sponsorId()).isEqualTo("cleo");
    assertThat(store.questions().of(opening)).extracting(QuestionRow::round).containsExactly(1, 2);
  }

  @Test
  void the_first_delivery_counts_and_says_under_which_mode() {
    ask(1, "bob");
    store.questions().undeliverable(opening, 1, "the server refused the address");
    assertThat(question(1).undeliverable()).isEqualTo("the server refused the address");

    store.questions().delivered(opening, 1, NOON.plusSeconds(5), "NOTIFY");
    store.questions().delivered(opening, 1, NOON.plusSeconds(9), "ENFORCE");

    assertThat(question(1).deliveredAt()).isEqualTo(NOON.plusSeconds(5));
    assertThat(question(1).deliveredUnder()).isEqualTo("NOTIFY");
    assertThat(question(1).undeliverable()).isNull();
  }

  @Test
  void a_deadline_moves_out_and_never_in() {
    ask(1, "bob");
    store.questions().deadline(opening, 1, NOON.plusSeconds(50));
    store.questions().deadline(opening, 1, NOON.plusSeconds(40));
    assertThat(question(1).answerBy()).isEqualTo(NOON.plusSeconds(50));

    store.questions().deadline(opening, 1, NOON.plusSeconds(60));
    assertThat(question(1).answerBy()).isEqualTo(NOON.plusSeconds(60));
  }

  @Test
  void a_question_is_settled_once() {
    ask(1, "bob");
    store.questions().settle(opening, 1, NOON.plusSeconds(5));
    store.questions().settle(opening, 1, NOON.plusSeconds(9));

    assertThat(question(1).settledAt()).isEqualTo(NOON.plusSeconds(5));
  }

  @Test
  void somebody_has_what_reached_them_as_long_as_its_lifecycle_runs() {
    ask(1, "bob");
    ask(2, "cleo");
    ask(3, "bob");
    store.questions().delivered(opening, 1, NOON, "ENFORCE");
    store.questions().delivered(opening, 2, NOON, "ENFORCE");
    store.questions().settle(opening, 1, NOON.plusSeconds(5));

    assertThat(store.questions().running("bob")).extracting(QuestionRow::round).containsExactly(1);
    assertThat(DATABASE.store("another").questions().running("bob")).isEmpty();

    store.lifecycles().close(opening, "KEPT", "kept", NOON.plusSeconds(9));
    assertThat(store.questions().running("bob")).isEmpty();
  }

  @Test
  void a_link_is_found_by_the_hash_of_its_token_within_its_tenant() {
    ask(1, "bob");
    var hash = new byte[] {1, 2, 3};
    var link = new LinkRow(opening, 1, "bob", NOON, NOON.plusSeconds(60));
    store.links().issue(hash, link);
    store.links().issue(hash, new LinkRow(opening, 1, "mallory", NOON, NOON.plusSeconds(99)));

    assertThat(store.links().find(hash)).contains(link);
    assertThat(store.links().find(new byte[] {1, 2})).isEmpty();
    assertThat(DATABASE.store("another").links().find(hash)).isEmpty();
  }

  @Test
  void an_answer_is_read_back_exactly_and_recorded_once() {
    ask(1, "bob");
    var keep =
        AnswerRow.recorded(
            UUID.randomUUID(),
            opening,
            "ann",
            1,
            "bob",
            "SPONSOR",
            "KEEP",
            LocalDate.parse("2026-06-30"),
            "audit runs until June",
            null,
            "ENFORCE",
            NOON);

    assertThat(store.answers().record(keep)).isTrue();
    assertThat(store.answers().record(keep)).isFalse();
    assertThat(store.answers().find(keep.answerId())).contains(keep);
  }

  @Test
  void a_changed_mind_is_a_new_answer_and_the_newest_holds_even_within_one_instant() {
    ask(1, "bob");
    var remove = say("REMOVE");
    var keep = say("KEEP");

    assertThat(store.answers().newestFor(opening, 1)).contains(keep);
    assertThat(store.answers().of(opening)).containsExactly(remove, keep);
    assertThat(store.answers().newestFor(opening, 2)).isEmpty();
  }

  @Test
  void a_refused_answer_does_not_hold() {
    ask(1, "bob");
    var remove = say("REMOVE");
    var late = say("KEEP");
    store.answers().refused(late.answerId(), "the guest is already removed", NOON);

    assertThat(store.answers().newestFor(opening, 1)).contains(remove);
  }

  @Test
  void answers_wait_in_order_until_their_lifecycle_has_settled_them_once() {
    ask(1, "bob");
    var first = say("REMOVE");
    var second = say("KEEP");
    assertThat(store.answers().recorded()).containsExactly(first, second);
    assertThat(store.answers().pendingFor(opening)).isEqualTo(2);

    assertThat(store.answers().applied(first.answerId(), NOON.plusSeconds(1))).isTrue();
    assertThat(store.answers().refused(first.answerId(), "late", NOON.plusSeconds(2))).isFalse();
    assertThat(store.answers().refused(second.answerId(), "late", NOON.plusSeconds(3))).isTrue();
    assertThat(store.answers().applied(second.answerId(), NOON.plusSeconds(4))).isFalse();

    assertThat(store.answers().recorded()).isEmpty();
    assertThat(store.answers().pendingFor(opening)).isZero();
    assertThat(store.answers().find(first.answerId()).orElseThrow().state()).isEqualTo("APPLIED");
    var refused = store.answers().find(second.answerId()).orElseThrow();
    assertThat(refused.state()).isEqualTo("REFUSED");
    assertThat(refused.refusal()).isEqualTo("late");
    assertThat(refused.settledAt()).isEqualTo(NOON.plusSeconds(3));
  }

  @Test
  void an_operator_decides_without_a_question() {
    var decision =
        AnswerRow.recorded(
            UUID.randomUUID(),
            opening,
            "ann",
            null,
            "olga",
            "OPERATOR",
            "REMOVE",
            null,
            "left",
            null,
            "ENFORCE",
            NOON);

    store.answers().record(decision);

    assertThat(store.answers().recorded()).containsExactly(decision);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HOLD", "RELEASE", "RETRY", "RESTORE"})
  void what_an_operator_does_is_recorded_like_an_answer(String act) {
    ask(1, "bob");
    say(act);

    assertThat(store.answers().recorded()).extracting(AnswerRow::choice).containsExactly(act);
  }

  @Test
  void more_time_comes_with_its_days_and_only_with_them() {
    ask(1, "bob");
    var extend = answer(opening, 1, "EXTEND", NOON).extending(14);
    store.answers().record(extend);
    assertThat(store.answers().find(extend.answerId())).contains(extend);

    var without = answer(opening, 1, "EXTEND", NOON);
    var keep = answer(opening, 1, "KEEP", NOON).extending(14);
    var backwards = answer(opening, 1, "EXTEND", NOON).extending(0);
    for (var impossible : List.of(without, keep, backwards)) {
      assertThatThrownBy(() -> store.answers().record(impossible))
          .rootCause()
          .hasMessageContaining("answer_extend");
    }
  }

  @Test
  void a_question_given_to_somebody_else_names_them() {
    ask(1, "bob");
    var cleo = UUID.randomUUID();

    assertThatThrownBy(() -> say("REASSIGN"))
        .rootCause()
        .hasMessageContaining("answer_reassign_check");
    store
        .answers()
        .record(
            AnswerRow.recorded(
                cleo,
                opening,
                "ann",
                1,
                "olga",
                "OPERATOR",
                "REASSIGN",
                null,
                "Bob moved on",
                "cleo",
                "ENFORCE",
                NOON));
    assertThat(store.answers().find(cleo).orElseThrow().refersTo()).isEqualTo("cleo");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SPONSOR", "OWNER", "MEMBER", "MANAGER", "INVITER", "NAMED", "STEWARD"})
  void a_question_says_why_this_person_was_asked(String role) {
    store.questions().ask(QuestionRow.asked(opening, 1, "bob", role, NOON));

    assertThat(question(1).role()).isEqualTo(role);
  }
}
