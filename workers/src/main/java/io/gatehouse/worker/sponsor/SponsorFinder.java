package io.gatehouse.worker.sponsor;

import io.gatehouse.graph.GraphException;
import io.gatehouse.graph.GraphFailure;
import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.graph.read.Person;
import io.gatehouse.graph.read.SponsorRef;
import io.gatehouse.sponsor.Candidate;
import io.gatehouse.sponsor.Role;
import io.gatehouse.sponsor.SponsorActivities;
import io.gatehouse.sponsor.SponsorSearch;
import io.gatehouse.store.person.PersonRow;
import io.gatehouse.worker.house.Failures;
import io.gatehouse.worker.house.House;
import java.util.List;
import java.util.Optional;

/** Walks the chain: user sponsors, manager, steward. Asks only people who can read the mail. */
public final class SponsorFinder implements SponsorActivities {
  private final House house;
  private final DirectoryReader directory;

  public SponsorFinder(House house, DirectoryReader directory) {
    this.house = house;
    this.directory = directory;
  }

  @Override
  public Candidate findSponsor(SponsorSearch search) {
    try {
      String guestId = search.ref().guestId();
      String steward = house.policy().policy().steward();
      return sponsor(search)
          .or(() -> askable(search, directory.managerId(guestId).stream().toList(), Role.MANAGER))
          .or(() -> askable(search, List.of(steward), Role.STEWARD))
          .orElseGet(Candidate::nobody);
    } catch (GraphException e) {
      throw Failures.of(e);
    }
  }

  private Optional<Candidate> sponsor(SponsorSearch search) {
    List<String> people =
        directory.sponsors(search.ref().guestId()).stream()
            .filter(sponsor -> sponsor.kind() == SponsorRef.Kind.USER)
            .map(SponsorRef::id)
            .toList();
    return askable(search, people, Role.SPONSOR);
  }

  private Optional<Candidate> askable(SponsorSearch search, List<String> ids, Role role) {
    return ids.stream()
        .filter(id -> !search.passedOver().contains(id) && !id.equals(search.ref().guestId()))
        .filter(this::canAnswer)
        .findFirst()
        .map(id -> new Candidate(id, role));
  }

  /**
   * An employee, enabled, with a mailbox. What was read is kept for the mail, so that no name
   * travels.
   */
  private boolean canAnswer(String id) {
    Person person;
    try {
      person = directory.person(id);
    } catch (GraphException e) {
      if (e.failure() instanceof GraphFailure.NotFound) {
        return false;
      }
      throw e;
    }
    house
        .store()
        .people()
        .upsert(new PersonRow(id, person.displayName(), person.mail(), house.now()));
    return !Boolean.FALSE.equals(person.accountEnabled())
        && person.mail() != null
        && !"Guest".equalsIgnoreCase(person.userType()); // a guest does not vouch for another
  }
}
