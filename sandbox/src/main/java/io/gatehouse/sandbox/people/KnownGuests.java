package io.gatehouse.sandbox.people;

import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sandbox.tenant.Tenant;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The guests a person would recognise in a mail, by address or by name. */
record KnownGuests(Tenant tenant) {
  private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");

  /** The mail address under which a guest is remembered. */
  Optional<String> in(String words, String subject) {
    return ADDRESS
        .matcher(words)
        .results()
        .map(MatchResult::group)
        .filter(this::isGuest)
        .findFirst()
        .or(() -> named(words))
        .or(() -> named(subject));
  }

  private boolean isGuest(String mail) {
    return tenant.isGuestAddress(mail);
  }

  private static Optional<String> named(String text) {
    return Stream.of(NamedGuest.values())
        .filter(guest -> text.contains(guest.displayName()))
        .map(NamedGuest::mail)
        .findFirst();
  }
}
