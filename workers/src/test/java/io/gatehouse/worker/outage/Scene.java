package io.gatehouse.worker.outage;

import io.gatehouse.actor.AppRole;
import io.gatehouse.actor.SenderCheck;
import io.gatehouse.attestation.Release;
import io.gatehouse.evidence.SigningKey;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Trigger;
import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOrder;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.Initiator;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sponsor.NextAsking;
import io.gatehouse.sponsor.Question;
import io.gatehouse.sponsor.Role;
import io.gatehouse.store.attestation.QuestionRow;
import io.gatehouse.store.holding.HoldingKey;
import io.gatehouse.store.holding.HoldingRow;
import io.gatehouse.store.lifecycle.StuckRow;
import io.gatehouse.worker.house.TryHouse;
import io.gatehouse.worker.house.TryPeople;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A house in which something goes on: one guest's lifecycle, and scans if the step needs them. */
final class Scene implements AutoCloseable {
  /** Two people answer for this guest, one after the other. */
  private static final NamedGuest GUEST = NamedGuest.SPONSOR_SILENT;

  private static final Employee SPONSOR = Employee.CHIARA;

  /** More than a watch takes for a few that were deleted. */
  private static final List<NamedGuest> LOST =
      List.of(
          NamedGuest.REVIEW_KEPT,
          NamedGuest.REVIEW_REMOVED,
          NamedGuest.ACTIVE_INTERACTIVE,
          NamedGuest.ACTIVE_NON_INTERACTIVE);

  private static final Duration SURELY_STARTED = Duration.ofMinutes(6);

  private final TryHouse house = new TryHouse();
  private final Crew crew = Crew.of(house, house.house());
  private final LifecycleRef ref = house.opened(GUEST);
  private final String sponsorId = house.knows(SPONSOR);
  private String scan = UUID.randomUUID().toString();
  private @Nullable SenderCheck check;

  Scene(Step step) {
    step.prepare(this);
  }

  TryHouse house() {
    return house;
  }

  Crew crew() {
    return crew;
  }

  LifecycleRef ref() {
    return ref;
  }

  UUID openingId() {
    return UUID.fromString(ref.openingId());
  }

  String scan() {
    return scan;
  }

  String sponsorId() {
    return sponsorId;
  }

  void begun() {
    crew.scans().begin(scan);
  }

  void sponsorsRead() {
    crew.reader().readSponsors(scan, 1);
  }

  private void read() {
    begun();
    sponsorsRead();
    crew.reader().readPage(scan, 1);
  }

  void readAfterSomebodyWent() {
    read();
    crew.scans().judge(scan, null);
    house.tenant().delete(house.idOf(NamedGuest.NO_SPONSOR), Initiator.ADMINISTRATOR, "elsewhere");
    house.clock().pass(Duration.ofDays(1));
    scan = UUID.randomUUID().toString();
    read();
  }

  /** The batch that a scan would hand on, without the others. */
  void twoAreDue() {
    read();
    house
        .database()
        .app()
        .jdbc()
        .sql(
            """
            update gatehouse.guest set due_for = null
            where tenant = :tenant and guest_id not in (:due)
            """)
        .param("tenant", house.house().tenant())
        .param("due", due())
        .update();
  }

  List<String> due() {
    return List.of(house.idOf(NamedGuest.ROLE_HOLDER), house.idOf(NamedGuest.PLAINLY_STALE));
  }

  void asked() {
    house
        .store()
        .questions()
        .ask(QuestionRow.asked(openingId(), 1, sponsorId, Role.SPONSOR.name(), house.now()));
  }

  void bothGotTheQuestion() {
    house.store().questions().delivered(openingId(), 1, house.now(), "ENFORCE");
    house.store().questions().delivered(openingId(), 2, house.now(), "ENFORCE");
  }

  void lostASponsor() {
    List<HoldingRow> held =
        house.tenant().sponsorLinksOf(ref.guestId()).stream()
            .map(link -> HoldingRow.seen(new HoldingKey("SPONSOR", link.id()), house.now()))
            .toList();
    house.store().holdings().record(openingId(), held);
    house.tenant().delete(sponsorId, Initiator.ADMINISTRATOR, "elsewhere");
  }

  void delivered() {
    Step.SEND_QUESTION.perform(this, crew);
    house.clock().pass(Duration.ofDays(7));
  }

  void mailBounces() {
    house.sandbox().postOffice().bounce(SPONSOR.mail());
    house.sandbox().postOffice().bounce(GUEST.mail());
  }

  void reserved() {
    crew.slots().reserve(new EffectOrder(ref, Effect.DISABLE, 1));
  }

  void slotMissed() {
    reserved();
    house.clock().pass(Duration.ofDays(2));
  }

  /** The lifecycle's workflow was started, some time ago. */
  void runs() {
    begun();
    crew.scans().tellRunning(scan);
    house.clock().pass(SURELY_STARTED);
  }

  void noted() {
    house.store().stuck().note(new StuckRow(openingId(), house.now(), "its code fails"));
  }

  /** One after the other, because the newest is looked at first. */
  void fourAreLost() {
    for (NamedGuest guest : LOST) {
      LifecycleRef lost = house.opened(house.idOf(guest), Trigger.ATTESTATION_DUE);
      house
          .store()
          .lifecycles()
          .started(Map.of(UUID.fromString(lost.openingId()), "a run"), house.now());
      house.clock().pass(Duration.ofMinutes(1));
    }
    house.clock().pass(SURELY_STARTED);
  }

  /** An operator signs that the lifecycle goes on. */
  void signed() {
    var release = new Release(ref.openingId(), "act-1");
    var people = new TryPeople(house);
    SigningKey key = people.enrolled("olivia", AppRole.OPERATOR.name());
    check =
        people.check(
            ref, "update-1", release, people.signed(key, "olivia", AppRole.OPERATOR, ref, release));
  }

  SenderCheck check() {
    return Objects.requireNonNull(check, "nobody has signed");
  }

  Question question() {
    return asking(1).question(sponsorId, Role.SPONSOR);
  }

  NextAsking asking(int round) {
    return new NextAsking(
        ref,
        Trigger.INACTIVE,
        round,
        round == 1 ? List.of() : List.of(sponsorId),
        null,
        Duration.ofDays(14),
        List.of(Duration.ofDays(7)));
  }

  /** Message-IDs of all that the post office took. */
  List<String> letters() {
    return List.of(SPONSOR.mail(), GUEST.mail()).stream()
        .flatMap(address -> house.sandbox().postOffice().letters(address).stream())
        .map(letter -> letter.header("message-id").orElseThrow())
        .map(id -> id.replace(ref.openingId(), "opening"))
        .sorted()
        .toList();
  }

  @Override
  public void close() {
    house.close();
  }
}
