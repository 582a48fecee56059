package io.gatehouse.worker.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.actor.AppRole;
import io.gatehouse.actor.Assertion;
import io.gatehouse.actor.Sender;
import io.gatehouse.actor.SenderCheck;
import io.gatehouse.attestation.Choice;
import io.gatehouse.attestation.Decision;
import io.gatehouse.attestation.Hold;
import io.gatehouse.attestation.Message;
import io.gatehouse.attestation.Release;
import io.gatehouse.attestation.Voice;
import io.gatehouse.evidence.ActorClaims;
import io.gatehouse.evidence.SigningKey;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.store.attestation.QuestionRow;
import io.gatehouse.store.ledger.EntryRow;
import io.gatehouse.temporal.WorkflowIds;
import io.gatehouse.worker.house.TryHouse;
import io.gatehouse.worker.house.TryPeople;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One person cannot be two: what is not signed by an enrolled key for this very message is not. */
class SenderProverTest {
  private static final Sender OLIVIA = new Sender.Proved("olivia", AppRole.OPERATOR);

  private TryHouse house;
  private TryPeople people;
  private SenderProver prover;
  private LifecycleRef ann;
  private SigningKey olivia;
  private Release release;

  @BeforeEach
  void open() {
    house = new TryHouse();
    people = new TryPeople(house);
    prover = new SenderProver(house.house());
    ann = house.opened(NamedGuest.PLAINLY_STALE);
    olivia = people.enrolled("olivia", "OPERATOR");
    release = new Release(ann.openingId(), "act-1");
  }

  @AfterEach
  void close() {
    house.close();
  }

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

  static Stream<Arguments> forgeries() {
    return Stream.of(
        forgery("another subject", a -> with(a, "erik", a.role(), a.action(), a.digest(), a)),
        forgery(
            "a better role",
            a -> with(a, a.subject(), AppRole.APPROVER, a.action(), a.digest(), a)),
        forgery("another action", a -> with(a, a.subject(), a.role(), "restore", a.digest(), a)),
        forgery(
            "another request",
            a -> with(a, a.subject(), a.role(), a.action(), ActorClaims.digest("hold"), a)),
        forgery(
            "another lifecycle",
            a ->
                new Assertion(
                    a.subject(),
                    a.role(),
                    a.action(),
                    a.digest(),
                    "guest/t/other",
                    a.openingId(),
                    a.nonce(),
                    a.expiresAt(),
                    a.keyId(),
                    a.signature())),
        forgery(
            "another opening",
            a ->
                new Assertion(
                    a.subject(),
                    a.role(),
                    a.action(),
                    a.digest(),
                    a.workflowId(),
                    "opening-0",
                    a.nonce(),
                    a.expiresAt(),
                    a.keyId(),
                    a.signature())),
        forgery(
            "another nonce",
            a ->
                new Assertion(
                    a.subject(),
                    a.role(),
                    a.action(),
                    a.digest(),
                    a.workflowId(),
                    a.openingId(),
                    "nonce-2",
                    a.expiresAt(),
                    a.keyId(),
                    a.signature())),
        forgery(
            "a later end",
            a ->
                new Assertion(
                    a.subject(),
                    a.role(),
                    a.action(),
                    a.digest(),
                    a.workflowId(),
                    a.openingId(),
                    a.nonce(),
                    a.expiresAt().plusSeconds(60),
                    a.keyId(),
                    a.signature())),
        forgery(
            "an unknown key",
            a ->
                new Assertion(
                    a.subject(),
                    a.role(),
                    a.action(),
                    a.digest(),
                    a.workflowId(),
                    a.openingId(),
                    a.nonce(),
                    a.expiresAt(),
                    SigningKey.generate().id(),
                    a.signature())),
        forgery(
            "another signature",
            a ->
                new Assertion(
                    a.subject(),
                    a.role(),
                    a.action(),
                    a.digest(),
                    a.workflowId(),
                    a.openingId(),
                    a.nonce(),
                    a.expiresAt(),
                    a.keyId(),
                    "AAAA")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forgeries")
  void whatever_is_changed_afterwards_proves_nobody(String what, UnaryOperator<Assertion> change) {
    Assertion signed = signed(olivia, "olivia", AppRole.OPERATOR, release);

    assertThat(prove(release, change.apply(signed))).isInstanceOf(Sender.NotProved.class);
    assertThat(prove(release, signed)).as("and the real one is not used up").isEqualTo(OLIVIA);
  }

  @Test
  void whatever_is_changed_by_chance_proves_nobody() {
    Assertion signed = signed(olivia, "olivia", AppRole.OPERATOR, release);
    var random = new Random(20261120);
    for (int i = 0; i < 200; i++) {
      var text = new StringBuilder(signed.signature());
      int at = random.nextInt(text.length() - 4); // the last bits of base64 may mean nothing
      char other = (char) ('A' + random.nextInt(26));
      if (text.charAt(at) == other) {
        continue;
      }
      text.setCharAt(at, other);
      assertThat(prove(release, withSignature(signed, text.toString())))
          .as("signature changed at %d", at)
          .isInstanceOf(Sender.NotProved.class);
    }
  }

  @Test
  void a_signed_keep_cannot_be_sent_as_remove() {
    var keep = decision(Choice.KEEP, Voice.OPERATOR, 0);
    Assertion signed = signed(olivia, "olivia", AppRole.OPERATOR, keep);

    assertThat(prove(decision(Choice.REMOVE, Voice.OPERATOR, 0), signed))
        .isEqualTo(new Sender.NotProved("something else was signed than what is asked for"));
  }

  @Test
  void an_assertion_for_one_guest_is_nothing_for_another() {
    LifecycleRef bea = house.opened(NamedGuest.NEVER_SIGNED_IN);
    Assertion signed = signed(olivia, "olivia", AppRole.OPERATOR, release);
    var check =
        new SenderCheck(
            bea, "u", release.action(), release.asks(), Voice.OPERATOR, 0, house.now(), signed);

    assertThat(prover.proveSender(check))
        .isEqualTo(new Sender.NotProved("it was signed for another lifecycle"));
  }

  @Test
  void what_has_expired_when_it_comes_proves_nobody_and_our_own_delay_lets_nothing_expire() {
    Assertion signed = signed(olivia, "olivia", AppRole.OPERATOR, release);
    Instant received = house.now();
    house.clock().passes(Duration.ofDays(1));

    assertThat(prove(release, signed))
        .isEqualTo(new Sender.NotProved("what was signed has expired, or is valid for too long"));
    assertThat(
            prover.proveSender(
                new SenderCheck(
                    ann,
                    "u",
                    release.action(),
                    release.asks(),
                    Voice.OPERATOR,
                    0,
                    received,
                    signed)))
        .isEqualTo(OLIVIA);
  }

  @Test
  void a_revoked_key_proves_nobody() {
    house.store().actorKeys().revoke(olivia.id(), TryPeople.ADA, "left", house.now());

    assertThat(prove(release, signed(olivia, "olivia", AppRole.OPERATOR, release)))
        .isEqualTo(new Sender.NotProved("the key is revoked"));
  }

  @Test
  void a_key_that_nobody_accepted_proves_nobody() {
    SigningKey own = SigningKey.generate();
    people.request(own, "mallory", "OPERATOR");

    assertThat(prove(release, signed(own, "mallory", AppRole.OPERATOR, release)))
        .isEqualTo(new Sender.NotProved("the key is not accepted yet"));
  }

  @Test
  void nobody_accepts_a_second_key_of_their_own_or_without_being_an_approver() {
    SigningKey self = SigningKey.generate();
    people.accept(
        people.request(self, TryPeople.ADA, "OPERATOR"), people.ada(), TryPeople.ADA, "APPROVER");
    SigningKey friend = SigningKey.generate();
    people.accept(people.request(friend, "erik", "OPERATOR"), olivia, "olivia", "APPROVER");
    SigningKey pushed = SigningKey.generate();
    people.accept(people.request(pushed, "erik", "APPROVER"), olivia, "olivia", "OPERATOR");
    SigningKey circle = SigningKey.generate();
    people.accept(people.request(circle, "erik", "APPROVER"), circle, "erik", "APPROVER");

    for (SigningKey key : List.of(self, friend, pushed, circle)) {
      String subject = key == self ? TryPeople.ADA : "erik";
      AppRole role = key == pushed || key == circle ? AppRole.APPROVER : AppRole.OPERATOR;
      assertThat(prove(release, signed(key, subject, role, release)))
          .isEqualTo(
              new Sender.NotProved("the key was not accepted by an approver whose own key counts"));
    }
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

  private Decision decision(Choice choice, Voice voice, int round) {
    return new Decision(ann.openingId(), "answer-1", voice, round, choice, null);
  }

  private Sender prove(Message message, @Nullable Assertion assertion) {
    return prover.proveSender(check("update-1", message, assertion));
  }

  private SenderCheck check(String update, Message message, @Nullable Assertion assertion) {
    return new SenderCheck(
        ann,
        update,
        message.action(),
        message.asks(),
        message.voice(),
        message.round(),
        house.now(),
        assertion);
  }

  private Assertion signed(SigningKey key, String subject, AppRole role, Message message) {
    var claims =
        new ActorClaims(
            subject,
            role.name(),
            message.action().word(),
            ActorClaims.digest(message.asks()),
            WorkflowIds.guest(ann),
            message.openingId(),
            UUID.randomUUID().toString(),
            house.now().plus(Duration.ofMinutes(15)),
            key.id());
    return new Assertion(
        subject,
        role,
        claims.action(),
        claims.digest(),
        claims.workflowId(),
        claims.openingId(),
        claims.nonce(),
        claims.expiresAt(),
        claims.keyId(),
        key.sign(claims.bytes()));
  }

  private static Arguments forgery(String what, UnaryOperator<Assertion> change) {
    return Arguments.of(what, change);
  }

  private static Assertion with(
      Assertion a, String subject, AppRole role, String action, String digest, Assertion rest) {
    return new Assertion(
        subject,
        role,
        action,
        digest,
        rest.workflowId(),
        rest.openingId(),
        rest.nonce(),
        rest.expiresAt(),
        rest.keyId(),
        rest.signature());
  }

  private static Assertion withSignature(Assertion a, String signature) {
    return new Assertion(
        a.subject(),
        a.role(),
        a.action(),
        a.digest(),
        a.workflowId(),
        a.openingId(),
        a.nonce(),
        a.expiresAt(),
        a.keyId(),
        signature);
  }
}
