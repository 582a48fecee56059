package io.gatehouse.graph.read;

import org.jspecify.annotations.Nullable;

/** Somebody who may be asked about a guest; null where Graph has no value. */
public record Person(
    String id,
    @Nullable String displayName,
    @Nullable String mail,
    @Nullable String userType,
    @Nullable Boolean accountEnabled) {

  static final String[] SELECT = {"id", "displayName", "mail", "userType", "accountEnabled"};

  static Person of(Properties person) {
    return new Person(
        person.id(),
        person.text("displayName"),
        person.text("mail"),
        person.text("userType"),
        person.flag("accountEnabled"));
  }
}
