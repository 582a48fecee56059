package io.gatehouse.starter.page.operator;

import io.gatehouse.starter.page.Words;
import io.gatehouse.store.Store;

/** Who an id is, in the words of the directory; the id itself when nobody ever read it. */
final class Names {
  private static final int ID_SHOWN = 8;

  private final Store store;

  Names(Store store) {
    this.store = store;
  }

  String guest(String id) {
    return store.guests().find(id).map(Words::name).orElse(id);
  }

  String person(String id) {
    return store
        .people()
        .find(id)
        .map(person -> Words.firstOf(person.displayName(), person.mail(), id))
        .orElse(id);
  }

  /** As much of an id as a command needs. */
  static String shortened(String id) {
    return id.substring(0, Math.min(ID_SHOWN, id.length()));
  }
}
