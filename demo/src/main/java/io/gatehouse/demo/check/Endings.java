package io.gatehouse.demo.check;

import io.gatehouse.guest.Outcome;
import io.gatehouse.guest.Standing;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sandbox.tenant.Tenant;
import io.gatehouse.store.Store;
import io.gatehouse.store.lifecycle.LifecycleRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How the story of each named guest ends when there is time enough for it. */
final class Endings {
  /** Silence, the next person, notice, grace and restore window: the longest story. */
  static final int LONGEST_STORY_DAYS = 130;

  private static final Map<NamedGuest, Outcome> LIFECYCLES = new EnumMap<>(NamedGuest.class);
  private static final Map<NamedGuest, Standing> UNTOUCHED = new EnumMap<>(NamedGuest.class);

  static {
    for (NamedGuest guest : NamedGuest.values()) {
      switch (guest) {
        case PLAINLY_STALE, NO_SPONSOR, SPONSOR_SILENT, SPONSOR_REMOVES, HOSTILE_NAME ->
            LIFECYCLES.put(guest, Outcome.REMOVED);
        case SPONSOR_KEEPS, SPONSOR_GONE, SPONSOR_CHANGES_MIND ->
            LIFECYCLES.put(guest, Outcome.KEPT);
        case COMES_BACK -> LIFECYCLES.put(guest, Outcome.STOOD_DOWN);
        case DELETED_BY_ADMIN -> LIFECYCLES.put(guest, Outcome.GONE);
        case ACTIVE_INTERACTIVE, ACTIVE_NON_INTERACTIVE, ACTIVE_SUCCESSFUL ->
            UNTOUCHED.put(guest, Standing.ACTIVE);
        case NULL_DATES, EMPTY_DATES, YEAR_ONE -> UNTOUCHED.put(guest, Standing.UNKNOWN);
        // Created yesterday and never seen: old enough to prove it by the end of the story.
        case CREATED_YESTERDAY, NEVER_SIGNED_IN -> UNTOUCHED.put(guest, Standing.EXEMPT);
        case ROLE_HOLDER, ON_PREMISES, EXCLUDED, ALREADY_DISABLED ->
            UNTOUCHED.put(guest, Standing.EXEMPT);
      }
    }
  }

  private final Tenant tenant;
  private final Store store;

  Endings(Tenant tenant, Store store) {
    this.tenant = tenant;
    this.store = store;
  }

  Invariant check() {
    var broken = new ArrayList<String>();
    LIFECYCLES.forEach((guest, outcome) -> {
      List<LifecycleRow> openings = store.lifecycleList().ofGuest(tenant.idOf(guest));
      if (openings.size() != 1 || !outcome.name().equals(openings.getFirst().outcome())) {
        broken.add("%s should have closed once as %s: %s".formatted(guest, outcome, openings));
      }
    });
    UNTOUCHED.forEach((guest, standing) -> {
      String is = store.guests().find(tenant.idOf(guest)).orElseThrow().standing();
      if (!is.equals(standing.name())
          || !store.lifecycleList().ofGuest(tenant.idOf(guest)).isEmpty()) {
        broken.add("%s should be %s without a lifecycle, is %s".formatted(guest, standing, is));
      }
    });
    return new Invariant(
        "%d stories ended as told, %d guests were never asked about"
            .formatted(LIFECYCLES.size(), UNTOUCHED.size()),
        broken);
  }
}
