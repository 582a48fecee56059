package io.gatehouse.starter;

import io.gatehouse.guest.Closing;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Look;
import io.gatehouse.guest.LookActivities;
import io.gatehouse.guest.LookRequest;
import io.gatehouse.guest.RecordActivities;
import io.gatehouse.sponsor.Candidate;
import io.gatehouse.sponsor.DeskActivities;
import io.gatehouse.sponsor.Question;
import io.gatehouse.sponsor.Role;
import io.gatehouse.sponsor.SponsorActivities;
import io.gatehouse.sponsor.SponsorSearch;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The world of a lifecycle in which Bob answers for everybody and nothing changes. */
final class QuietActivities {
  private static final Map<String, CountDownLatch> ASKED = new ConcurrentHashMap<>();

  private QuietActivities() {}

  static void awaitAsked(String openingId) {
    try {
      if (!asked(openingId).await(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the lifecycle did not ask");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CountDownLatch asked(String openingId) {
    return ASKED.computeIfAbsent(openingId, _ -> new CountDownLatch(1));
  }

  static final class Core implements DeskActivities, RecordActivities {
    @Override
    public void ask(Question question) {
      asked(question.ref().openingId()).countDown();
    }

    @Override
    public void close(LifecycleRef ref, Closing closing) {}

    @Override
    public void park(LifecycleRef ref, String reason) {}

    @Override
    public void waitForGate(LifecycleRef ref, String reason) {}
  }

  static final class Directory implements SponsorActivities, LookActivities {
    @Override
    public Candidate findSponsor(SponsorSearch search) {
      return search.passedOver().isEmpty()
          ? new Candidate(TestHouse.BOB, Role.SPONSOR)
          : Candidate.nobody();
    }

    @Override
    public Look look(LookRequest request) {
      return new Look.Unchanged();
    }
  }
}
