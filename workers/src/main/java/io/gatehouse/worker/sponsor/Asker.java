package io.gatehouse.worker.sponsor;

import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.sponsor.Candidate;
import io.gatehouse.sponsor.NextAsking;
import io.gatehouse.sponsor.Role;
import io.gatehouse.sponsor.SponsorActivities;
import io.gatehouse.worker.house.Failures;
import io.gatehouse.worker.house.House;
import io.gatehouse.worker.safety.SurroundingsReader;
import io.temporal.client.WorkflowClient;
import java.util.UUID;

/** Finds who answers for a guest, and asks. */
public final class Asker implements SponsorActivities {
  private final House house;
  private final Chain chain;
  private final DeskCaller desk;
  private final SurroundingsReader surroundings;

  public Asker(House house, DirectoryReader directory, WorkflowClient temporal) {
    this.house = house;
    this.chain = new Chain(house, directory);
    this.desk = new DeskCaller(house, temporal);
    this.surroundings = new SurroundingsReader(house, directory);
  }

  @Override
  public Candidate ask(NextAsking asking) {
    Candidate candidate = Failures.translated(() -> candidate(asking));
    String sponsorId = candidate.sponsorId();
    if (sponsorId != null) {
      desk.ask(asking.question(sponsorId, candidate.role()));
    }
    return candidate;
  }

  /** An attempt that was cut off after it recorded the question asks the same person again. */
  private Candidate candidate(NextAsking asking) {
    return house
        .store()
        .questions()
        .find(UUID.fromString(asking.ref().openingId()), asking.round())
        .map(asked -> new Candidate(asked.sponsorId(), Role.valueOf(asked.role())))
        .orElseGet(() -> chain.next(asking));
  }

  @Override
  public boolean silenceCounts(LifecycleRef ref) {
    return Failures.translated(
        () -> chain.onlyStewardLeft(ref) && !surroundings.mayOnlyUseMail(ref.guestId()));
  }
}
