package io.gatehouse.worker.house;

import io.gatehouse.config.MailSettings;
import io.gatehouse.graph.CallBudget;
import io.gatehouse.graph.Credential.StaticToken;
import io.gatehouse.graph.GraphConnection;
import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.graph.write.DirectoryWriter;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Plan;
import io.gatehouse.guest.Stage;
import io.gatehouse.guest.Trigger;
import io.gatehouse.policy.Mode;
import io.gatehouse.policy.Policy;
import io.gatehouse.sandbox.MovableClock;
import io.gatehouse.sandbox.Sandbox;
import io.gatehouse.sandbox.SandboxOptions;
import io.gatehouse.sandbox.tenant.AppRegistration;
import io.gatehouse.sandbox.tenant.AuditEntry;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sandbox.tenant.Tenant;
import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import io.gatehouse.store.TestOperator;
import io.gatehouse.store.attestation.AnswerRow;
import io.gatehouse.store.ledger.EntryRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.store.mail.MailRow;
import io.gatehouse.store.person.PersonRow;
import io.gatehouse.temporal.Wire;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A house of its own for one test: a tenant in a shared database, a sandbox directory behind a
 * {@link Relay}, a post office, and a clock that stands still. The mode is enforce, the gate open.
 */
public final class TryHouse implements AutoCloseable {
  private static final class Shared {
    static final TestDatabase DATABASE = TestDatabase.fresh();
  }

  private final MovableClock clock = new MovableClock();
  private final Sandbox sandbox = Sandbox.start(SandboxOptions.of(7, clock));
  private final Relay relay = new Relay(sandbox.graph().baseUrl());
  private final TestDatabase database;
  private final House house;
  private final TestOperator operator;
  private Mode mode = Mode.ENFORCE;
  private Policy policy = TryPolicy.ordinary(sandbox.tenant());

  public TryHouse() {
    this(Shared.DATABASE);
  }

  /** With a database that the test may damage. */
  public TryHouse(TestDatabase database) {
    this.database = database;
    String tenant = UUID.randomUUID().toString();
    this.house = new House(tenant, database.store(tenant), clock, "http://127.0.0.1:8085");
    this.operator = new TestOperator(database, house.store(), now());
    apply(policy);
  }

  public House house() {
    return house;
  }

  public Store store() {
    return house.store();
  }

  public TestDatabase database() {
    return database;
  }

  public MovableClock clock() {
    return clock;
  }

  public Instant now() {
    return clock.instant();
  }

  public Sandbox sandbox() {
    return sandbox;
  }

  public Tenant tenant() {
    return sandbox.tenant();
  }

  public Relay relay() {
    return relay;
  }

  public Policy policy() {
    return policy;
  }

  public void apply(Policy changed) {
    policy = changed;
    mode(mode);
  }

  public void apply(UnaryOperator<Policy> change) {
    apply(change.apply(policy));
  }

  /** Puts the policy into force as it is, in this mode whatever it says itself. */
  public void mode(Mode changed) {
    mode = changed;
    String body =
        Wire.write(policy)
            .replaceFirst("\"mode\":\"\\w+\"", "\"mode\":\"%s\"".formatted(mode.name()));
    operator.apply(body, mode.name(), now());
  }

  public String idOf(NamedGuest guest) {
    return tenant().idOf(guest);
  }

  /** For scans and sponsors. */
  public DirectoryReader reader() {
    return new DirectoryReader(connection(AppRegistration.OBSERVER));
  }

  /** For looks right before an effect. */
  public DirectoryReader looker() {
    return new DirectoryReader(connection(AppRegistration.LOOKER));
  }

  public DirectoryWriter writer() {
    return new DirectoryWriter(connection(AppRegistration.ACTOR));
  }

  public MailSettings mail() {
    return mail(sandbox.postOffice().port());
  }

  public MailSettings mail(int port) {
    return new MailSettings(
        "127.0.0.1",
        port,
        null,
        null,
        null,
        MailSettings.StartTls.OFF,
        30,
        "gatehouse@contoso.example.com",
        "identity@contoso.example.com");
  }

  private GraphConnection connection(AppRegistration app) {
    return new GraphConnection(
        relay.baseUrl(), new StaticToken(app.token()), new CallBudget(clock), clock);
  }

  /** The guest's row and a running lifecycle, as after a scan. */
  public LifecycleRef opened(NamedGuest guest) {
    return opened(guest, Trigger.INACTIVE);
  }

  public LifecycleRef opened(NamedGuest guest, Trigger trigger) {
    store().guests().upsert(List.of(TryGuest.stale(tenant().guest(guest), now())));
    return opened(idOf(guest), trigger);
  }

  /**
   * A lifecycle in which nothing is missing but the effect: somebody said "remove", and the guest
   * was told.
   */
  public LifecycleRef due(NamedGuest guest) {
    return told(removed(opened(guest)));
  }

  /** Somebody's word that the guest may go, which the lifecycle has heard. */
  public LifecycleRef removed(LifecycleRef ref) {
    store().answers().applied(answered(ref, null, "REMOVE").answerId(), now());
    return ref;
  }

  public LifecycleRef told(LifecycleRef ref) {
    UUID openingId = UUID.fromString(ref.openingId());
    MailRow mail =
        MailRow.intended(
            "<" + openingId + "@test>",
            openingId,
            null,
            "GUEST_BEFORE_DISABLE",
            ref.guestId(),
            now());
    store().mails().intend(mail);
    store().mails().handedOver(mail.messageId(), now(), "250 OK");
    return ref;
  }

  public LifecycleRef opened(String guestId, Trigger trigger) {
    LifecycleRow row =
        store()
            .lifecycles()
            .open(
                LifecycleRow.opened(
                    UUID.randomUUID(),
                    guestId,
                    trigger.name(),
                    Stage.ASKED.name(),
                    "somebody who answers",
                    now(),
                    house.mode().name(),
                    house.policy().version(),
                    Wire.write(Plan.of(policy, trigger, guestId))));
    return new LifecycleRef(house.tenant(), guestId, row.openingId().toString());
  }

  /** The person as the sponsor search would have left it. */
  public String knows(Employee employee) {
    String id = tenant().idOf(employee);
    store()
        .people()
        .upsert(List.of(new PersonRow(id, employee.displayName(), employee.mail(), now())));
    return id;
  }

  /** An answer that was recorded and that the lifecycle has not heard of. */
  public AnswerRow answered(LifecycleRef ref, @Nullable Integer round, String choice) {
    AnswerRow answer =
        AnswerRow.recorded(
            UUID.randomUUID(),
            UUID.fromString(ref.openingId()),
            ref.guestId(),
            round,
            "somebody",
            round == null ? "OPERATOR" : "SPONSOR",
            choice,
            null,
            "a reason",
            null,
            "ENFORCE",
            now());
    store().answers().record(answer);
    return answer;
  }

  /** Kinds of the ledger's entries about one opening, in order. */
  public List<String> ledger(LifecycleRef ref) {
    return entries(ref).stream().map(EntryRow::kind).toList();
  }

  public List<EntryRow> entries(LifecycleRef ref) {
    return store().ledger().of(UUID.fromString(ref.openingId()));
  }

  public LifecycleRow lifecycle(LifecycleRef ref) {
    return store().lifecycles().find(UUID.fromString(ref.openingId())).orElseThrow();
  }

  /** What the tenant's own audit log says about one guest. */
  public List<String> audit(String guestId) {
    return tenant().auditLog().stream()
        .filter(entry -> entry.targetId().equals(guestId))
        .map(AuditEntry::activity)
        .toList();
  }

  /** How many writes reached the directory's door, successful or not. */
  public long writes() {
    return sandbox.graph().served().stream().filter(call -> call.isWrite()).count();
  }

  @Override
  public void close() {
    relay.close();
    sandbox.close();
  }
}
