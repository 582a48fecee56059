package io.gatehouse.starter;

import io.gatehouse.actor.ActorActivities;
import io.gatehouse.actor.Assertion;
import io.gatehouse.actor.Sender;
import io.gatehouse.actor.SenderCheck;
import io.gatehouse.evidence.ActorClaims;
import io.gatehouse.guest.Closing;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Look;
import io.gatehouse.guest.LookActivities;
import io.gatehouse.guest.LookRequest;
import io.gatehouse.guest.RecordActivities;
import io.gatehouse.sponsor.Candidate;
import io.gatehouse.sponsor.NextAsking;
import io.gatehouse.sponsor.Role;
import io.gatehouse.sponsor.SponsorActivities;
import io.gatehouse.starter.actor.Signer;
import io.gatehouse.store.Store;
import io.gatehouse.store.attestation.QuestionRow;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The world of a lifecycle in which whoever the store says was asked first, and nothing changes.
 */
final class QuietActivities {
  private static final Map<String, CountDownLatch> HAPPENED = new ConcurrentHashMap<>();

  private QuietActivities() {}

  static void awaitAsked(String openingId) {
    await(openingId + " asked");
  }

  /** Until the lifecycle waits for an operator. */
  static void awaitParked(String openingId) {
    await(openingId + " parked");
  }

  private static void await(String what) {
    try {
      if (!happened(what).await(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the lifecycle did not come to this: " + what);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CountDownLatch happened(String what) {
    return HAPPENED.computeIfAbsent(what, _ -> new CountDownLatch(1));
  }

  /** Proves by the signature alone; the other rules are the workers'. */
  static final class Core implements RecordActivities, ActorActivities {
    private final Store store;

    Core(Store store) {
      this.store = store;
    }

    @Override
    public Sender proveSender(SenderCheck check) {
      Assertion signed = check.assertion();
      if (signed == null) {
        return new Sender.NotProved("nobody signed it");
      }
      return store
          .keyring()
          .flaw(Signer.claims(signed), signed.signature())
          .<Sender>map(Sender.NotProved::new)
          .orElseGet(() ->
              signed.digest().equals(ActorClaims.digest(check.asks()))
                  ? new Sender.Proved(signed.subject(), signed.role())
                  : new Sender.NotProved("something else was signed"));
    }

    @Override
    public void close(LifecycleRef ref, Closing closing) {}

    @Override
    public void park(LifecycleRef ref, String reason) {
      happened(ref.openingId() + " parked").countDown();
    }

    @Override
    public void waitForGate(LifecycleRef ref, String reason) {}
  }

  static final class Directory implements SponsorActivities, LookActivities {
    private final Store store;

    Directory(Store store) {
      this.store = store;
    }

    @Override
    public Candidate ask(NextAsking asking) {
      happened(asking.ref().openingId() + " asked").countDown();
      String named = asking.named();
      if (named != null) {
        return new Candidate(named, Role.NAMED);
      }
      return asking.passedOver().isEmpty()
          ? new Candidate(first(asking.ref()), Role.SPONSOR)
          : Candidate.nobody();
    }

    private String first(LifecycleRef ref) {
      return store
          .questions()
          .find(UUID.fromString(ref.openingId()), 1)
          .map(QuestionRow::sponsorId)
          .orElse(TestHouse.BOB);
    }

    @Override
    public boolean silenceCounts(LifecycleRef ref) {
      return false;
    }

    @Override
    public Look look(LookRequest request) {
      return new Look.Unchanged();
    }
  }
}
