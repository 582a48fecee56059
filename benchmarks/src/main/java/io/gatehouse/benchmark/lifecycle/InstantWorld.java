package io.gatehouse.benchmark.lifecycle;

import io.gatehouse.guest.GuestNotice;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Stage;
import io.gatehouse.safety.EffectActivities;
import io.gatehouse.safety.EffectOrder;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.safety.ReservationActivities;
import io.gatehouse.sponsor.Candidate;
import io.gatehouse.sponsor.MailActivities;
import io.gatehouse.sponsor.MailOutcome;
import io.gatehouse.sponsor.NextAsking;
import io.gatehouse.sponsor.QuestionMail;
import io.gatehouse.sponsor.Role;
import io.gatehouse.sponsor.SponsorActivities;
import io.gatehouse.store.attestation.QuestionRow;
import io.gatehouse.worker.house.Chronicle;
import io.gatehouse.worker.house.House;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.ObjIntConsumer;

/** Graph and mail that answer at once; what they did stands in the ledger as it would. */
final class InstantWorld
    implements SponsorActivities, ReservationActivities, EffectActivities, MailActivities {
  private final House house;
  private final Chronicle chronicle;
  private final ObjIntConsumer<LifecycleRef> asked;

  InstantWorld(House house, ObjIntConsumer<LifecycleRef> asked) {
    this.house = house;
    this.chronicle = new Chronicle(house);
    this.asked = asked;
  }

  static String sponsor(int round) {
    return "bob-" + round;
  }

  @Override
  public Candidate ask(NextAsking asking) {
    String sponsor = sponsor(asking.round());
    UUID openingId = UUID.fromString(asking.ref().openingId());
    house
        .store()
        .questions()
        .ask(
            QuestionRow.asked(
                openingId, asking.round(), sponsor, Role.SPONSOR.name(), house.now()));
    write(asking.ref(), "question.asked", "asked/" + asking.round());
    asked.accept(asking.ref(), asking.round());
    return new Candidate(sponsor, Role.SPONSOR);
  }

  @Override
  public boolean silenceCounts(LifecycleRef ref) {
    return false;
  }

  /** The slot is now: what would be measured otherwise is a wait. */
  @Override
  public Instant reserve(EffectOrder order) {
    Instant now = house.now();
    house
        .store()
        .lifecycles()
        .stage(UUID.fromString(order.ref().openingId()), Stage.RESERVED.name(), "a slot", now);
    return now;
  }

  @Override
  public EffectOutcome perform(EffectOrder order) {
    write(order.ref(), "effect.intended", order.effect() + "/1/intent");
    write(order.ref(), "effect.proved", order.effect() + "/1/proof");
    return new EffectOutcome.Done(house.now(), "request", 0);
  }

  @Override
  public MailOutcome tellGuest(GuestNotice notice) {
    write(notice.ref(), "mail.delivered", "mail/" + notice.kind());
    return new MailOutcome.Delivered(house.now());
  }

  @Override
  public MailOutcome send(QuestionMail mail) {
    throw new UnsupportedOperationException("nobody has a desk here");
  }

  private void write(LifecycleRef ref, String kind, String key) {
    chronicle.append(ref, kind, key, house.now(), Map.of(), Map.of());
  }
}
