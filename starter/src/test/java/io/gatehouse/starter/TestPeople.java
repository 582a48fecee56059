package io.gatehouse.starter;

import io.gatehouse.actor.AppRole;
import io.gatehouse.config.KeyFiles;
import io.gatehouse.evidence.SigningKey;
import io.gatehouse.starter.actor.Enrolment;
import io.gatehouse.starter.actor.Hand;
import io.gatehouse.starter.actor.KeyFile;
import io.gatehouse.starter.actor.Person;
import io.gatehouse.starter.actor.ServiceKey;
import io.gatehouse.starter.actor.Signer;
import io.gatehouse.starter.gate.Gate;
import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import io.gatehouse.store.actor.KeyRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Administrators of a test's tenant with keys in files: trust begins at Ada and Erik, approvers.
 */
public final class TestPeople {
  public static final String ADA = "ada00000-0000-4000-8000-000000000001";
  public static final String OLIVIA = "01171a00-0000-4000-8000-000000000002";
  public static final String ERIK = "e41c0000-0000-4000-8000-000000000003";

  private final TestDatabase database;
  private final Store store;
  private final Clock clock;
  private final Path folder = folder();
  public final Hand ada;
  public final Hand olivia;
  public final Hand erik;
  public final Signer pages;

  TestPeople(TestDatabase database, Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
    this.database = database;
    pages = ServiceKey.open(keys(OLIVIA).service(), store, clock);
    root(request(ADA, AppRole.APPROVER));
    root(request(ERIK, AppRole.APPROVER));
    root(store.actorKeys().find(pages.keyId()).orElseThrow());
    ada = hand(ADA, AppRole.APPROVER);
    erik = hand(ERIK, AppRole.APPROVER);
    olivia = enrolled(OLIVIA, AppRole.OPERATOR);
  }

  /** Somebody with a key that Ada and Erik accepted. */
  public Hand enrolled(String subject, AppRole role) {
    accept(request(subject, role));
    return hand(subject, role);
  }

  /** A key that nobody has accepted. */
  public KeyRow request(String subject, AppRole role) {
    SigningKey key = KeyFile.create(keys(subject).operator());
    return new Enrolment(store, clock).request(key, new Person(subject, role), "a laptop");
  }

  /** As the owner of the schema, who alone may. */
  public void root(KeyRow key) {
    try (var owner = database.as(TestDatabase.OWNER)) {
      new Enrolment(new Store(owner, store.tenant()), clock).root(key, "for this test", false);
    }
  }

  public void accept(KeyRow key) {
    var enrolment = new Enrolment(store, clock);
    enrolment.accept(ada, key, "known");
    enrolment.accept(erik, key, "known to me too");
  }

  /** As people do after a pause: one asks, another approves. */
  public void openGate() {
    var gate = new Gate(store, clock);
    gate.ask("all is well", olivia);
    gate.approve(erik);
  }

  /** Where somebody's key is; the pages' is one for all. */
  public KeyFiles keys(String subject) {
    return new KeyFiles(folder.resolve(subject + ".key"), folder.resolve("service.key"));
  }

  private Hand hand(String subject, AppRole role) {
    var person = new Person(subject, role);
    SigningKey key = KeyFile.read(keys(subject).operator()).orElseThrow();
    return new Hand(person, Signer.of(person, key, clock));
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("gatehouse-keys");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
