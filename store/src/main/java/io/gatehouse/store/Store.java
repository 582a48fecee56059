package io.gatehouse.store;

import io.gatehouse.store.actor.ActorKeys;
import io.gatehouse.store.actor.Keyring;
import io.gatehouse.store.attestation.Answers;
import io.gatehouse.store.attestation.Links;
import io.gatehouse.store.attestation.Questions;
import io.gatehouse.store.database.Database;
import io.gatehouse.store.database.TenantSql;
import io.gatehouse.store.guest.GuestList;
import io.gatehouse.store.guest.Guests;
import io.gatehouse.store.holding.Holdings;
import io.gatehouse.store.ledger.Erasure;
import io.gatehouse.store.ledger.Ledger;
import io.gatehouse.store.lifecycle.LifecycleList;
import io.gatehouse.store.lifecycle.Lifecycles;
import io.gatehouse.store.lifecycle.Stuck;
import io.gatehouse.store.lifecycle.Watched;
import io.gatehouse.store.mail.Mails;
import io.gatehouse.store.person.People;
import io.gatehouse.store.policy.Policies;
import io.gatehouse.store.report.Reports;
import io.gatehouse.store.safety.GateProof;
import io.gatehouse.store.safety.GateRequests;
import io.gatehouse.store.safety.PolicyProof;
import io.gatehouse.store.safety.Reservations;
import io.gatehouse.store.safety.SafetyStore;
import io.gatehouse.store.scan.Scans;
import io.gatehouse.store.sponsor.Invitations;
import io.gatehouse.store.sponsor.Sponsors;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everything the house remembers of one tenant. Cheap to make, safe to share between threads. */
public final class Store {

  private final TenantSql sql;
  private final String tenant;
  private final Ledger ledger;

  public Store(Database database, String tenant) {
    this.tenant = tenant;
    this.sql = database.of(tenant);
    this.ledger = new Ledger(sql);
  }

  public String tenant() {
    return tenant;
  }

  /**
   * All work inside happens or none of it: read models and ledger entries stand or fall together.
   */
  public <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
    return sql.inTransaction(work);
  }

  /** What the database's own clock says. */
  public Instant databaseTime() {
    return sql.sql("select clock_timestamp()").one(OffsetDateTime.class).toInstant();
  }

  /** As {@link #inTransaction(Supplier)}, for work without a result. */
  public void inTransaction(Runnable work) {
    sql.inTransaction(work);
  }

  public Policies policies() {
    return new Policies(sql);
  }

  public SafetyStore safety() {
    return new SafetyStore(
        sql, new GateProof(sql, keyring(), tenant), new PolicyProof(sql, keyring(), tenant));
  }

  public GateRequests gateRequests() {
    return new GateRequests(sql);
  }

  public ActorKeys actorKeys() {
    return new ActorKeys(sql);
  }

  public Keyring keyring() {
    return new Keyring(actorKeys(), tenant);
  }

  public Reservations reservations() {
    return new Reservations(sql);
  }

  public Scans scans() {
    return new Scans(sql);
  }

  public Guests guests() {
    return new Guests(sql);
  }

  public GuestList guestList() {
    return new GuestList(sql);
  }

  public Lifecycles lifecycles() {
    return new Lifecycles(sql);
  }

  public LifecycleList lifecycleList() {
    return new LifecycleList(sql);
  }

  public Stuck stuck() {
    return new Stuck(sql);
  }

  public Watched watched() {
    return new Watched(sql);
  }

  public Sponsors sponsors() {
    return new Sponsors(sql);
  }

  public Invitations invitations() {
    return new Invitations(sql);
  }

  public Holdings holdings() {
    return new Holdings(sql);
  }

  public Reports reports() {
    return new Reports(sql);
  }

  public People people() {
    return new People(sql);
  }

  public Questions questions() {
    return new Questions(sql);
  }

  public Links links() {
    return new Links(sql);
  }

  public Answers answers() {
    return new Answers(sql);
  }

  public Mails mails() {
    return new Mails(sql);
  }

  public Ledger ledger() {
    return ledger;
  }

  public Erasure erasure() {
    return new Erasure(sql, ledger);
  }
}
