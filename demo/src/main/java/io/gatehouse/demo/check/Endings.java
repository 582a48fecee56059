package io.gatehouse.demo.check;

import static io.gatehouse.guest.Outcome.EXEMPT;
import static io.gatehouse.guest.Outcome.GONE;
import static io.gatehouse.guest.Outcome.KEPT;
import static io.gatehouse.guest.Outcome.REMOVED;
import static io.gatehouse.guest.Outcome.RESTORED;
import static io.gatehouse.guest.Outcome.STOOD_DOWN;
import static io.gatehouse.guest.Outcome.WOULD_REMOVE;

import io.gatehouse.guest.Outcome;
import io.gatehouse.guest.Standing;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sandbox.tenant.Tenant;
import io.gatehouse.store.Store;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How the story of each named guest ends when there is time enough for it. */
final class Endings {
  /** A review after a first lifecycle, its silence, the steward, notice and both windows. */
  static final int LONGEST_STORY_DAYS = 150;

  /** How a story ends. */
  private sealed interface Ending {

    /** Lifecycles in their order, each with its outcome. */
    record Lifecycles(List<Outcome> outcomes) implements Ending {}

    /** No lifecycle ever. */
    record LeftAlone(Standing standing) implements Ending {}

    record NeverListed() implements Ending {}
  }

  private final Tenant tenant;
  private final Store store;

  Endings(Tenant tenant, Store store) {
    this.tenant = tenant;
    this.store = store;
  }

  private static Ending of(NamedGuest guest) {
    return switch (guest) {
      case PLAINLY_STALE,
          NO_SPONSOR,
          SPONSOR_SILENT,
          SPONSOR_REMOVES,
          HOSTILE_NAME,
          NEVER_SIGNED_IN,
          PENDING_INVITATION,
          SPONSOR_IS_GUEST,
          GROUP_SPONSOR,
          INTERNAL_GUEST,
          CO_OWNER,
          MAIL_ONLY,
          NO_ADDRESS,
          ACTIVE_SUCCESSFUL,
          REVIEW_REMOVED ->
          closed(REMOVED);
      case SPONSOR_KEEPS,
          SPONSOR_GONE,
          SPONSOR_CHANGES_MIND,
          SPONSOR_DELETED,
          SPONSOR_WITHOUT_MAILBOX,
          SELF_SPONSOR,
          FIVE_SPONSORS,
          INVITER_KNOWN,
          CREATED_YESTERDAY,
          WITHOUT_SPONSOR,
          REVIEW_KEPT,
          ACTIVE_INTERACTIVE,
          ACTIVE_NON_INTERACTIVE,
          FAILED_SIGN_INS_ONLY,
          NON_INTERACTIVE_ONLY,
          EXCLUSION_ATTESTED ->
          closed(KEPT);
      case COMES_BACK, REDEEMS_LATE -> closed(STOOD_DOWN, WOULD_REMOVE);
      case OTHER_MAIL -> closed(RESTORED, WOULD_REMOVE);
      case EXCLUSION_LAPSES -> closed(EXEMPT, REMOVED);
      case GAINS_ROLE -> closed(EXEMPT);
      case GAINS_ROLE_IN_GRACE, BECOMES_MEMBER -> closed(STOOD_DOWN);
      case DELETED_BY_ADMIN -> closed(GONE);
      case NULL_DATES, EMPTY_DATES, YEAR_ONE -> new Ending.LeftAlone(Standing.UNKNOWN);
      case ROLE_HOLDER,
          ELIGIBLE_ROLE,
          ROLE_ASSIGNABLE_MEMBER,
          SOLE_OWNER,
          APPLICATION_OWNER,
          FOREIGN_MANAGED,
          SYNC_INVITED,
          RESTRICTED_UNIT,
          ON_PREMISES,
          EXCLUDED,
          ALREADY_DISABLED ->
          new Ending.LeftAlone(Standing.EXEMPT);
      case EXTERNAL_MEMBER -> new Ending.NeverListed();
    };
  }

  private static Ending closed(Outcome... outcomes) {
    return new Ending.Lifecycles(List.of(outcomes));
  }

  /** Whom nobody may ever disable, whatever sponsors say and however far the days go. */
  static Set<NamedGuest> untouchable() {
    return Arrays.stream(NamedGuest.values())
        .filter(guest ->
            switch (of(guest)) {
              case Ending.Lifecycles(var outcomes) ->
                  guest != NamedGuest.GAINS_ROLE_IN_GRACE
                      && !outcomes.contains(REMOVED)
                      && !outcomes.contains(RESTORED);
              case Ending.LeftAlone _, Ending.NeverListed _ -> true;
            })
        .collect(Collectors.toUnmodifiableSet());
  }

  Invariant check() {
    var broken = new ArrayList<String>();
    for (NamedGuest guest : NamedGuest.values()) {
      String id = tenant.idOf(guest);
      List<LifecycleRow> openings = store.lifecycleList().ofGuest(id).reversed();
      String standing = store.guests().find(id).map(GuestRow::standing).orElse("not listed");
      boolean asTold =
          switch (of(guest)) {
            case Ending.Lifecycles(var outcomes) -> outcomes.equals(outcomes(openings));
            case Ending.LeftAlone(var expected) ->
                openings.isEmpty() && standing.equals(expected.name());
            case Ending.NeverListed _ -> standing.equals("not listed");
          };
      if (!asTold) {
        broken.add("%s: %s expected, is %s %s".formatted(guest, of(guest), standing, openings));
      }
    }
    return new Invariant(
        "the stories of %d named guests ended as told".formatted(NamedGuest.values().length),
        broken);
  }

  private static List<Outcome> outcomes(List<LifecycleRow> openings) {
    return openings.stream()
        .filter(row -> row.outcome() != null)
        .map(row -> Outcome.valueOf(String.valueOf(row.outcome())))
        .toList();
  }
}
