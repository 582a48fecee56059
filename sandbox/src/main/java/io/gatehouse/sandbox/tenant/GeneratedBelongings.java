package io.gatehouse.sandbox.tenant;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Who vouches for a generated guest and what it belongs to, out of its number. */
record GeneratedBelongings(int count, Dice dice, Colleagues colleagues, SharedGroups groups) {

  /** Object ids of users or groups. */
  List<String> sponsors(int number) {
    if (Profile.of(number) == Profile.WITHOUT_SPONSOR) {
      return List.of();
    }
    int kind = dice.roll(number, "sponsors", 98);
    if (kind >= 95) {
      var teams = colleagues.teams();
      return List.of(teams.get(dice.roll(number, "team", teams.size())).id());
    }
    int first = firstSponsor(number);
    if (kind < 70) {
      return List.of(colleagues.id(first));
    }
    int others = colleagues.size() - 1;
    int second = (first + 1 + dice.roll(number, "second sponsor", others)) % (others + 1);
    return List.of(colleagues.id(first), colleagues.id(second));
  }

  private int firstSponsor(int number) {
    return dice.roll(number, "first sponsor", colleagues.size());
  }

  /** Who invited it, whether or not that person still vouches. */
  Initiator.Person inviter(int number) {
    return colleagues.initiator(firstSponsor(number));
  }

  Optional<String> manager(int number) {
    return dice.roll(number, "has a manager", 100) < 15
        ? Optional.of(colleagues.id(dice.roll(number, "manager", colleagues.size())))
        : Optional.empty();
  }

  List<Membership> memberships(int number) {
    return readsBulletin(number)
        ? List.of(groups.partners(), groups.bulletin())
        : List.of(groups.partners());
  }

  /** One in twelve is in a mail-enabled group. */
  private boolean readsBulletin(int number) {
    return dice.roll(number, "bulletin", 12) == 0;
  }

  /** The numbers of a group's generated members; as many steps as there are guests. */
  IntStream members(Membership.Group group) {
    if (group.equals(groups.partners())) {
      return IntStream.range(0, count);
    }
    return group.equals(groups.bulletin())
        ? IntStream.range(0, count).filter(this::readsBulletin)
        : IntStream.empty();
  }
}
