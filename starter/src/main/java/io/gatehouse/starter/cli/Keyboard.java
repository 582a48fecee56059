package io.gatehouse.starter.cli;

import io.gatehouse.actor.AppRole;
import io.gatehouse.evidence.SigningKey;
import io.gatehouse.starter.actor.Hand;
import io.gatehouse.starter.actor.KeyFile;
import io.gatehouse.starter.actor.Person;
import io.gatehouse.starter.actor.Signer;
import io.gatehouse.starter.answer.Actor;
import io.gatehouse.store.Store;
import io.gatehouse.store.actor.KeyRow;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Who is at the keyboard, by the key in their file; an account's name proves nothing. */
final class Keyboard {
  private final Connections connections;

  Keyboard(Connections connections) {
    this.connections = connections;
  }

  /** Nobody, when there is no key or it does not count. */
  Optional<Hand> hand() {
    return key().filter(key -> flaw(key).isEmpty()).map(this::hand);
  }

  /**
   * Whoever it is, proved.
   *
   * @throws Refusal with how to become so
   */
  Hand proved() {
    Path file = connections.keys().operator();
    SigningKey key =
        key()
            .orElseThrow(() ->
                new Refusal(
                    "Who you are is not proved: there is no key in %s. ./gatehouse key enroll makes one, and two approvers accept it. Without one only pause and guest hold work."
                        .formatted(file)));
    flaw(key)
        .ifPresent(flaw -> {
          throw new Refusal(
              "Who you are is not proved: %s (%s, in %s). See ./gatehouse key list. Without that only pause and guest hold work."
                  .formatted(flaw, key.id().substring(0, 12), file));
        });
    return hand(key);
  }

  /** For what works without proof too. */
  Actor actor() {
    return hand()
        .<Actor>map(hand -> new Actor.Proved(hand.person()))
        .orElseGet(() -> new Actor.Unproved(account()));
  }

  static String account() {
    return System.getProperty("user.name", "unknown");
  }

  private Optional<SigningKey> key() {
    return KeyFile.read(connections.keys().operator());
  }

  private Optional<String> flaw(SigningKey key) {
    Store store = connections.store();
    return store
        .actorKeys()
        .find(key.id())
        .map(row ->
            row.service() ? Optional.of("that is a key of pages") : store.keyring().keyFlaw(row))
        .orElse(Optional.of("the key is not enrolled here"));
  }

  private Hand hand(SigningKey key) {
    KeyRow row = connections.store().actorKeys().find(key.id()).orElseThrow();
    var person =
        new Person(
            Objects.requireNonNull(row.subject(), "a person's key names a person"),
            AppRole.valueOf(Objects.requireNonNull(row.role(), "and a role")));
    return new Hand(person, Signer.of(person, key, connections.clock()));
  }
}
