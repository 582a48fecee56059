package io.gatehouse.demo;

import io.gatehouse.actor.AppRole;
import io.gatehouse.config.DatabaseSettings;
import io.gatehouse.config.KeyFiles;
import io.gatehouse.evidence.SigningKey;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.Tenant;
import io.gatehouse.starter.actor.Enrolment;
import io.gatehouse.starter.actor.Hand;
import io.gatehouse.starter.actor.KeyFile;
import io.gatehouse.starter.actor.Person;
import io.gatehouse.starter.actor.ServiceKey;
import io.gatehouse.starter.actor.Signer;
import io.gatehouse.store.Store;
import io.gatehouse.store.actor.KeyRow;
import io.gatehouse.store.database.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The demo's administrators and their keys: Emma operates, David approves. */
final class DemoPeople implements AutoCloseable {
  static final Employee OPERATOR = Employee.EMMA;
  static final Employee APPROVER = Employee.DAVID;

  private final Tenant tenant;
  private final Path folder;

  DemoPeople(Tenant tenant) {
    this.tenant = tenant;
    try {
      this.folder = Files.createTempDirectory("gatehouse-demo-keys");
    } catch (IOException e) {
      throw new UncheckedIOException("The demo's keys cannot be written.", e);
    }
  }

  /** Where somebody's key is; the pages' is one for all. */
  KeyFiles keys(Employee employee) {
    return new KeyFiles(
        folder.resolve(employee.givenName() + ".key"), folder.resolve("service.key"));
  }

  /**
   * Enrols everybody, as a new house does: as long as there are no two approvers, the owner of the
   * schema lets trust begin at each key.
   *
   * @return the operator
   */
  Hand enrol(Store store, DatabaseSettings owner, Clock clock) {
    Signer pages = ServiceKey.open(keys(OPERATOR).service(), store, clock);
    try (Database database = Database.open(owner.url(), owner.user(), owner.password())) {
      var enrolment = new Enrolment(new Store(database, store.tenant()), clock);
      for (KeyRow key :
          List.of(
              request(APPROVER, AppRole.APPROVER, store, clock),
              request(OPERATOR, AppRole.OPERATOR, store, clock),
              store.actorKeys().find(pages.keyId()).orElseThrow())) {
        enrolment.root(key, "the demo's own", false);
      }
    }
    return hand(OPERATOR, AppRole.OPERATOR, clock);
  }

  private KeyRow request(Employee employee, AppRole role, Store store, Clock clock) {
    SigningKey key = KeyFile.create(keys(employee).operator());
    return new Enrolment(store, clock).request(key, person(employee, role), "demo");
  }

  private Hand hand(Employee employee, AppRole role, Clock clock) {
    SigningKey key = KeyFile.read(keys(employee).operator()).orElseThrow();
    Person person = person(employee, role);
    return new Hand(person, Signer.of(person, key, clock));
  }

  private Person person(Employee employee, AppRole role) {
    return new Person(tenant.idOf(employee), role);
  }

  @Override
  public void close() throws IOException {
    for (KeyFiles each : new KeyFiles[] {keys(OPERATOR), keys(APPROVER)}) {
      Files.deleteIfExists(each.operator());
      Files.deleteIfExists(each.service());
    }
    Files.deleteIfExists(folder);
  }
}
