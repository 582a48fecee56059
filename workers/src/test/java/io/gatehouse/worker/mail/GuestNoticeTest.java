package io.gatehouse.worker.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.guest.Closing;
import io.gatehouse.guest.GuestNotice;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Outcome;
import io.gatehouse.guest.Plan;
import io.gatehouse.guest.Trigger;
import io.gatehouse.policy.Mode;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOrder;
import io.gatehouse.sandbox.mail.Letter;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sponsor.MailOutcome;
import io.gatehouse.store.attestation.QuestionRow;
import io.gatehouse.store.person.PersonRow;
import io.gatehouse.worker.guest.LifecycleRecorder;
import io.gatehouse.worker.house.TryHouse;
import io.gatehouse.worker.safety.EffectPerformer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the guest is told. */
class GuestNoticeTest {
  private static final NamedGuest GUEST = NamedGuest.SPONSOR_REMOVES;

  private final TryHouse house = new TryHouse();
  private final Postman postman =
      new Postman(
          house.house(),
          new Smtp(house.mail(), house.clock()),
          "https://guests.contoso.example.com",
          "contoso.example.com");
  private final LifecycleRef ref = house.opened(GUEST);
  private final UUID openingId = UUID.fromString(ref.openingId());
  private final Plan plan = Plan.of(house.policy(), Trigger.INACTIVE, ref.guestId());

  @AfterEach
  void stop() {
    house.close();
  }

  private MailOutcome tell(GuestNotice.Kind kind) {
    return postman.tellGuest(new GuestNotice(ref, kind));
  }

  private List<Letter> letters() {
    return house.sandbox().postOffice().letters(GUEST.mail());
  }

  private void asked(Employee person) {
    house
        .store()
        .questions()
        .ask(QuestionRow.asked(openingId, 1, house.knows(person), "SPONSOR", house.now()));
  }

  private String day(Instant at) {
    return Letters.day(at, house.policy().zone());
  }

  @Test
  void before_the_disable_the_guest_learns_the_day_and_whom_to_ask() {
    asked(Employee.EMMA);

    assertThat(tell(GuestNotice.Kind.BEFORE_DISABLE))
        .isEqualTo(new MailOutcome.Delivered(house.now()));

    Letter letter = letters().getFirst();
    String day = day(house.now().plus(plan.notice()));
    assertThat(letter.subject()).isEqualTo("Your guest account will be disabled on " + day);
    assertThat(letter.text())
        .contains("Sofia Conti", day, "Emma Lindqvist <emma.lindqvist@contoso.example.com>");
    assertThat(letter.html())
        .contains("Sofia Conti", day, "Emma Lindqvist &lt;emma.lindqvist@contoso.example.com&gt;");
    assertThat(house.lifecycle(ref).disablePlannedAt()).isEqualTo(house.now().plus(plan.notice()));
    assertThat(house.lifecycle(ref).stage()).isEqualTo("NOTICE");
    assertThat(house.ledger(ref)).containsExactly("mail.delivered");
  }

  @ParameterizedTest
  @CsvSource({
    "INVITATION_NOT_REDEEMED, The invitation to your guest account with us was not accepted",
    "NEVER_SIGNED_IN, Your guest account with us was never used",
    "INACTIVE, Your guest account with us has not been used for a long time",
    "SPONSOR_MISSING, Your guest account with us was reviewed",
    "ATTESTATION_DUE, Your guest account with us was reviewed"
  })
  void the_guest_learns_why_and_is_told_nothing_that_is_not_true(Trigger trigger, String why) {
    LifecycleRef of = house.opened(NamedGuest.SPONSOR_KEEPS, trigger);

    postman.tellGuest(new GuestNotice(of, GuestNotice.Kind.BEFORE_DISABLE));

    Letter letter =
        house.sandbox().postOffice().letters(NamedGuest.SPONSOR_KEEPS.mail()).getFirst();
    for (String part : List.of(letter.text(), letter.html())) {
      assertThat(part.replaceAll("</?span>", ""))
          .contains(why + ", and the person responsible has not asked to keep it.");
    }
  }

  @Test
  void nobody_was_asked_so_the_steward_is_the_contact() {
    house.knows(Employee.GRACE);
    tell(GuestNotice.Kind.BEFORE_DISABLE);

    assertThat(letters().getFirst().text()).contains("Grace Muller <grace.muller@");
  }

  @Test
  void a_long_address_is_told_whole() {
    String mail = "a.very.long.mailbox.name.of.somebody.important@a-very-long-host.example.com";
    String id = house.tenant().idOf(Employee.GRACE);
    house.store().people().upsert(List.of(new PersonRow(id, "Grace", mail, house.now())));

    tell(GuestNotice.Kind.BEFORE_DISABLE);

    assertThat(letters().getFirst().text()).contains("Grace <" + mail + ">");
  }

  @Test
  void at_the_disable_the_guest_learns_the_day_that_counts_from_the_proof() {
    house.told(house.removed(ref));
    new EffectPerformer(house.house(), house.looker(), house.writer())
        .perform(new EffectOrder(ref, Effect.DISABLE, 1));
    Instant proved = house.now();
    house.clock().pass(Duration.ofDays(3)); // the mail server was away

    tell(GuestNotice.Kind.DISABLED);

    Letter letter = letters().getFirst();
    assertThat(letter.subject()).isEqualTo("Your guest account has been disabled");
    assertThat(letter.text()).contains(day(proved.plus(plan.grace())));
    assertThat(letter.html()).contains(day(proved.plus(plan.grace())));
  }

  @Test
  void told_again_after_a_crash_it_is_one_letter_with_one_day() {
    tell(GuestNotice.Kind.BEFORE_DISABLE);
    Instant planned = house.lifecycle(ref).disablePlannedAt();
    house.clock().pass(Duration.ofHours(1));
    tell(GuestNotice.Kind.BEFORE_DISABLE);

    assertThat(letters()).hasSize(1);
    assertThat(letters().getFirst().header("message-id"))
        .contains("<%s.BEFORE_DISABLE@contoso.example.com>".formatted(ref.openingId()));
    assertThat(house.lifecycle(ref).disablePlannedAt()).isEqualTo(planned);
  }

  @Test
  void a_guest_whose_mail_bounces_is_recorded_as_out_of_reach_and_the_day_stands() {
    house.sandbox().postOffice().bounce(GUEST.mail());

    assertThat(tell(GuestNotice.Kind.BEFORE_DISABLE)).isEqualTo(new MailOutcome.Undeliverable());
    assertThat(house.ledger(ref)).containsExactly("mail.undeliverable");
    assertThat(house.lifecycle(ref).disablePlannedAt()).isNotNull();
  }

  @Test
  void observing_tells_no_guest_anything() {
    house.mode(Mode.OBSERVE);

    assertThat(tell(GuestNotice.Kind.BEFORE_DISABLE)).isInstanceOf(MailOutcome.Later.class);
    assertThat(house.sandbox().postOffice().count()).isZero();
  }

  @Test
  void under_notify_no_guest_is_told_of_a_disable_that_will_not_come() {
    house.mode(Mode.NOTIFY);

    assertThat(tell(GuestNotice.Kind.BEFORE_DISABLE)).isEqualTo(new MailOutcome.NotNeeded());
    assertThat(house.sandbox().postOffice().count()).isZero();
    assertThat(house.lifecycle(ref).disablePlannedAt()).isNull();
  }

  @Test
  void a_lifecycle_asked_under_notify_tells_no_guest_even_when_the_mode_is_looser_now() {
    asked(Employee.EMMA);
    house.store().questions().delivered(openingId, 1, house.now(), "NOTIFY");

    assertThat(tell(GuestNotice.Kind.BEFORE_DISABLE)).isEqualTo(new MailOutcome.NotNeeded());
  }

  @Test
  void a_guest_who_is_disabled_already_is_told_so_whatever_the_mode_is_now() {
    house.mode(Mode.NOTIFY);

    assertThat(tell(GuestNotice.Kind.DISABLED)).isInstanceOf(MailOutcome.Delivered.class);
  }

  @Test
  void a_lifecycle_that_ended_tells_nobody() {
    new LifecycleRecorder(house.house()).close(ref, new Closing(Outcome.KEPT, "kept", null));

    assertThat(tell(GuestNotice.Kind.BEFORE_DISABLE)).isEqualTo(new MailOutcome.NotNeeded());
  }
}
