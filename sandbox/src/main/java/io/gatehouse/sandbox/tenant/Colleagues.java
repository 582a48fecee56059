package io.gatehouse.sandbox.tenant;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Everybody who vouches for generated guests: alone, or as a team. */
final class Colleagues {
  private static final List<Employee> NAMED =
      List.of(
          Employee.ANNA,
          Employee.BORIS,
          Employee.CHIARA,
          Employee.DAVID,
          Employee.EMMA,
          Employee.HENRY,
          Employee.JUDITH);

  private static final List<String> TEAMS = List.of("Aurora", "Borealis", "Cirrus", "Delta");
  private static final int TEAM_SIZE = 3;

  /** Somebody who vouches alone. */
  private record Sponsor(String id, String mail) {}

  private final ObjectIds ids;
  private final List<Colleague> generated;
  private final List<Sponsor> sponsors;
  private final List<Membership.Group> teams;

  Colleagues(ObjectIds ids, int number) {
    this.ids = ids;
    this.generated = IntStream.range(0, number).mapToObj(Colleague::new).toList();
    this.sponsors =
        Stream.concat(
                NAMED.stream().map(e -> new Sponsor(ids.of(e), e.mail())),
                generated.stream().map(c -> new Sponsor(idOf(c), c.mail())))
            .toList();
    var shared = new SharedGroups(ids);
    this.teams =
        number < TEAMS.size() * TEAM_SIZE
            ? List.of(shared.auditTeam())
            : TEAMS.stream().map(shared::project).toList();
  }

  String idOf(Colleague colleague) {
    return ids.of("colleague/" + colleague.number());
  }

  List<Colleague> generated() {
    return generated;
  }

  /** How many vouch alone. */
  int size() {
    return sponsors.size();
  }

  /** The object id of one who vouches alone. */
  String id(int sponsor) {
    return sponsors.get(sponsor).id();
  }

  Initiator.Person initiator(int sponsor) {
    return new Initiator.Person(sponsors.get(sponsor).id(), sponsors.get(sponsor).mail());
  }

  List<Membership.Group> teams() {
    return teams;
  }

  /** Lets the first colleagues make up the teams, three each. */
  void found(Relations relations) {
    if (teams.size() == TEAMS.size()) {
      for (var colleague : generated.subList(0, TEAMS.size() * TEAM_SIZE)) {
        relations.join(idOf(colleague), teams.get(colleague.number() % TEAMS.size()));
      }
    }
  }
}
