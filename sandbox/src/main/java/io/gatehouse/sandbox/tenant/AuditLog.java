package io.gatehouse.sandbox.tenant;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What happened: changes since the start, and the invitations shortly before it. */
final class AuditLog {
  /** How long a premium tenant keeps directory audits. Source: Learn, reports-data-retention. */
  static final Duration KEPT_FOR = Duration.ofDays(30);

  private final List<AuditEntry> before;
  private final List<AuditEntry> since = new ArrayList<>();

  AuditLog(Stream<AuditEntry> before) {
    this.before = before.sorted(Comparator.comparing(AuditEntry::at)).toList();
  }

  void add(AuditEntry entry) {
    since.add(entry);
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
