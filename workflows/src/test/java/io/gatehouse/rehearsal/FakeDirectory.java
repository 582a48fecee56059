package io.gatehouse.rehearsal;

import io.gatehouse.guest.Look;
import io.gatehouse.guest.LookActivities;
import io.gatehouse.guest.LookRequest;
import io.gatehouse.sponsor.Candidate;
import io.gatehouse.sponsor.SponsorActivities;
import io.gatehouse.sponsor.SponsorSearch;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The directory: nothing changes, unless the test says otherwise. */
final class FakeDirectory implements LookActivities, SponsorActivities {
  private final Journal journal;
  private final Script script;
  private final Queue<Look> looks = new ConcurrentLinkedQueue<>();
  private volatile List<Candidate> chain = List.of();

  FakeDirectory(Journal journal, Script script) {
    this.journal = journal;
    this.script = script;
  }

  void chain(List<Candidate> people) {
    chain = people;
  }

  void nextLook(Look look) {
    looks.add(look);
  }

  @Override
  public Candidate findSponsor(SponsorSearch search) {
    script.play("findSponsor");
    return chain.stream()
        .filter(person -> !search.passedOver().contains(person.sponsorId()))
        .findFirst()
        .orElseGet(Candidate::nobody);
  }

  @Override
  public Look look(LookRequest request) {
    script.play("look");
    Look next = looks.poll();
    Look look = next == null ? new Look.Unchanged() : next;
    journal.write(
        "looks (disabled %s, deleted %s): %s"
            .formatted(request.disabled(), request.deleted(), look.getClass().getSimpleName()));
    return look;
  }
}
