package io.gatehouse.sandbox.tenant;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What happened: changes since the start, and the invitations shortly before it. */
final class AuditLog {
  /** How long a premium tenant keeps directory audits. Source: Learn, reports-data-retention. */
  static final Duration KEPT_FOR = Duration.ofDays(30);

  private static final Set<String> SWITCHES = Set.of(AuditEntry.DISABLE, AuditEntry.ENABLE);

  private final List<AuditEntry> before;
  private final List<AuditEntry> since = new ArrayList<>();

  AuditLog(Stream<AuditEntry> before) {
    this.before = before.sorted(Comparator.comparing(AuditEntry::at)).toList();
  }

  void add(AuditEntry entry) {
    since.add(entry);
  }

  /** Whether cross-tenant synchronization brought the account. */
  boolean wasSynchronized(String id) {
    return before.stream()
        .filter(entry -> entry.targetId().equals(id))
        .anyMatch(entry -> entry.initiator().equals(Invitations.SYNCHRONIZATION));
  }

  /** Whether the last word about the account being enabled is an application's, which disabled. */
  boolean disabledByApp(String id) {
    return since.stream()
        .filter(entry -> entry.targetId().equals(id))
        .filter(entry -> SWITCHES.contains(entry.activity()))
        .reduce((_, later) -> later)
        .filter(last -> last.activity().equals(AuditEntry.DISABLE))
        .filter(last -> last.initiator() instanceof Initiator.App)
        .isPresent();
  }

  /** Oldest first. */
  List<AuditEntry> sinceTheStart() {
    return List.copyOf(since);
  }

  /** What the log still shows, oldest first. */
  List<AuditEntry> kept(Instant now) {
    return Stream.concat(before.stream(), since.stream())
        .filter(entry -> entry.at().plus(KEPT_FOR).isAfter(now))
        .toList();
  }
}
