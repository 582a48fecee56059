package io.gatehouse.starter.cli;

import io.gatehouse.starter.page.Words;
import io.gatehouse.store.Store;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.store.view.Views;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the one guest that somebody means. */
final class GuestFinder {
  private static final int SHORTEST = 4;
  private static final int CANDIDATES = 5;

  private GuestFinder() {}

  static GuestRow find(Views views, String id) {
    if (id.length() < SHORTEST) {
      throw new Refusal(
          "\"%s\" is too short: give at least %d characters of the object id."
              .formatted(id, SHORTEST));
    }
    List<GuestRow> found = views.guestsByIdPrefix(id, CANDIDATES + 1);
    if (found.isEmpty()) {
      throw new Refusal(
          "No guest's object id begins with \"%s\": look it up with guest list --search NAME."
              .formatted(Table.clean(id)));
    }
    if (found.size() > 1) {
      throw new Refusal(
          "\"%s\" could be %s%s: give more of the object id."
              .formatted(
                  Table.clean(id),
                  found.stream()
                      .limit(CANDIDATES)
                      .map(each -> each.guestId() + " (" + Table.clean(Words.name(each)) + ")")
                      .collect(Collectors.joining(", ")),
                  found.size() > CANDIDATES ? " and others" : ""));
    }
    return found.getFirst();
  }

  static LifecycleRow running(Store store, GuestRow guest) {
    return store
        .lifecycles()
        .openFor(guest.guestId())
        .orElseThrow(() ->
            new Refusal(
                "No lifecycle is running for %s (%s): only a scan opens one."
                    .formatted(Table.clean(Words.name(guest)), Words.standing(guest.standing()))));
  }
}
