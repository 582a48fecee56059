package io.gatehouse.worker.sponsor;

import io.gatehouse.graph.GraphException;
import io.gatehouse.graph.GraphFailure;
import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.graph.read.Person;
import io.gatehouse.graph.read.SponsorRef;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Trigger;
import io.gatehouse.sponsor.CanAnswer;
import io.gatehouse.sponsor.Candidate;
import io.gatehouse.sponsor.NextAsking;
import io.gatehouse.sponsor.Role;
import io.gatehouse.store.attestation.QuestionRow;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.store.person.PersonRow;
import io.gatehouse.temporal.FailureType;
import io.gatehouse.worker.house.House;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who is asked next: user sponsors, people of sponsoring groups, the manager, the inviter, the
 * steward. Only people who can read the mail, and never the guest.
 */
final class Chain {
  /** As many as Entra lets a guest have (entra-docs: b2b-sponsors), whoever stands in a group. */
  private static final int SPONSORS_ASKED_AT_MOST = 5;

  private static final int LOOKED_AT_IN_A_GROUP = 20;
  private static final Set<String> AS_SPONSOR = Set.of(Role.SPONSOR.name(), Role.MEMBER.name());

  private final House house;
  private final DirectoryReader directory;

  Chain(House house, DirectoryReader directory) {
    this.house = house;
    this.directory = directory;
  }

  /**
   * @throws ApplicationFailure when the person an operator named cannot be asked
   */
  Candidate next(NextAsking asking) {
    String named = asking.named();
    if (named != null) {
      return askable(asking, List.of(named), Role.NAMED).orElseThrow(Chain::cannotBeAsked);
    }
    String steward = house.policy().policy().steward();
    return beforeSteward(asking)
        .or(() -> askable(asking, List.of(steward), Role.STEWARD))
        .orElseGet(Candidate::nobody);
  }

  /**
   * Whether everybody who might know the guest got a question, and the steward was not asked, in
   * whatever role: the steward's silence is never a yes.
   */
  boolean onlyStewardLeft(LifecycleRef ref) {
    UUID openingId = UUID.fromString(ref.openingId());
    List<QuestionRow> asked = house.store().questions().of(openingId);
    String trigger = house.store().lifecycles().find(openingId).orElseThrow().trigger();
    var next =
        new NextAsking(
            ref,
            Trigger.valueOf(trigger),
            asked.size() + 1,
            asked.stream().map(QuestionRow::sponsorId).toList(),
            null,
            Duration.ZERO,
            List.of());
    boolean stewardAsked =
        asked.stream()
            .anyMatch(question -> question.sponsorId().equals(house.policy().policy().steward()));
    // Who never got the question was not silent.
    boolean allHeard = asked.stream().allMatch(QuestionRow::delivered);
    return allHeard && !stewardAsked && beforeSteward(next).isEmpty();
  }

  private Optional<Candidate> beforeSteward(NextAsking asking) {
    return asking.trigger() == Trigger.EXCLUSION_ENDS
        ? askable(asking, exclusionOwner(asking), Role.OWNER)
        : sponsor(asking).or(() -> manager(asking)).or(() -> inviter(asking));
  }

  private Optional<Candidate> sponsor(NextAsking asking) {
    UUID openingId = UUID.fromString(asking.ref().openingId());
    long askedSoFar =
        house.store().questions().of(openingId).stream()
            .filter(question -> AS_SPONSOR.contains(question.role()))
            .count();
    if (askedSoFar >= SPONSORS_ASKED_AT_MOST) {
      return Optional.empty();
    }
    List<SponsorRef> sponsors = directory.sponsors(asking.ref().guestId());
    return askable(asking, ids(sponsors, SponsorRef.Kind.USER), Role.SPONSOR)
        .or(() ->
            ids(sponsors, SponsorRef.Kind.GROUP).stream()
                .flatMap(group ->
                    directory.groupPeople(group, Chain::hasAMailbox, LOOKED_AT_IN_A_GROUP).stream())
                .filter(person -> comesNext(asking, person.id()) && canAnswer(asking, person))
                .findFirst()
                .map(person -> new Candidate(person.id(), Role.MEMBER)));
  }

  private static boolean hasAMailbox(Person person) {
    return CanAnswer.of(person.accountEnabled(), person.mail(), person.userType());
  }

  private static List<String> ids(List<SponsorRef> sponsors, SponsorRef.Kind kind) {
    return sponsors.stream().filter(s -> s.kind() == kind).map(SponsorRef::id).toList();
  }

  private Optional<Candidate> manager(NextAsking asking) {
    List<String> manager = directory.managerId(asking.ref().guestId()).stream().toList();
    return askable(asking, manager, Role.MANAGER);
  }

  private Optional<Candidate> inviter(NextAsking asking) {
    List<String> inviter =
        house.store().invitations().find(asking.ref().guestId()).stream()
            .flatMap(row -> Optional.ofNullable(row.inviterId()).stream())
            .toList();
    return askable(asking, inviter, Role.INVITER);
  }

  private List<String> exclusionOwner(NextAsking asking) {
    return house.policy().policy().exclusions().stream()
        .filter(exclusion -> exclusion.guest().equalsIgnoreCase(asking.ref().guestId()))
        .map(exclusion -> exclusion.owner())
        .toList();
  }

  private Optional<Candidate> askable(NextAsking asking, List<String> ids, Role role) {
    return ids.stream()
        .filter(id -> comesNext(asking, id))
        .filter(id -> person(id).filter(found -> canAnswer(asking, found)).isPresent())
        .findFirst()
        .map(id -> new Candidate(id, role));
  }

  /** Whom an operator names may have been asked before. */
  private static boolean comesNext(NextAsking asking, String id) {
    return (asking.named() != null || !asking.passedOver().contains(id))
        && !id.equalsIgnoreCase(asking.ref().guestId());
  }

  private Optional<Person> person(String id) {
    try {
      return Optional.of(directory.person(id));
    } catch (GraphException e) {
      if (e.failure() instanceof GraphFailure.NotFound) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * An employee, enabled, with a mailbox, and not the guest under a second account. What was read
   * is kept for the mail, so that no name travels.
   */
  private boolean canAnswer(NextAsking asking, Person person) {
    String mail = person.mail();
    house
        .store()
        .people()
        .upsert(List.of(new PersonRow(person.id(), person.displayName(), mail, house.now())));
    String guestsMail =
        house.store().guests().find(asking.ref().guestId()).map(GuestRow::mail).orElse(null);
    return hasAMailbox(person) && !Objects.requireNonNull(mail).equalsIgnoreCase(guestsMail);
  }

  private static ApplicationFailure cannotBeAsked() {
    return ApplicationFailure.newFailure(
        "the person named cannot be asked: not an employee, disabled, without a mailbox, or the guest; reassign to somebody else",
        FailureType.REFUSED.name());
  }
}
