package io.gatehouse.starter.report;

import io.gatehouse.store.report.ReportRow;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One named value of a guest in a file, in the order in which files show them. Programs read the
 * names: a new one is added at the end, none changes its meaning. {@code docs/operator/reports.md}
 * says what each holds.
 *
 * @param value text, a number, a boolean or a list of texts; null when it is not known
 */
record ReportField(String name, Function<ReportRow, @Nullable Object> value) {

  /**
   * All of them.
   *
   * @param line days from which on a guest is inactive
   */
  static List<ReportField> all(int line) {
    return List.of(
        new ReportField("objectId", ReportRow::guestId),
        new ReportField("displayName", ReportRow::displayName),
        new ReportField("mail", ReportRow::mail),
        new ReportField("userPrincipalName", ReportRow::userPrincipalName),
        new ReportField("partner", ReportRow::partner),
        new ReportField("companyName", ReportRow::companyName),
        new ReportField("invitation", ReportRow::userState),
        new ReportField("accountEnabled", ReportRow::accountEnabled),
        new ReportField("state", row -> lower(ReportState.of(row, line).name())),
        new ReportField("days", ReportRow::days),
        new ReportField("createdAt", row -> text(row.createdAt())),
        new ReportField("lastActivityAt", row -> text(row.lastActivityAt())),
        new ReportField("lastInteractiveAt", row -> text(row.lastInteractive())),
        new ReportField("lastNonInteractiveAt", row -> text(row.lastNonInteractive())),
        new ReportField("lastSuccessfulAt", row -> text(row.lastSuccessful())),
        new ReportField("sponsorship", row -> lower(row.sponsorship())),
        new ReportField("sponsorIds", ReportRow::sponsorIds),
        new ReportField("sponsorNames", ReportRow::sponsorNames),
        new ReportField("standing", row -> lower(row.standing())),
        new ReportField("standingReason", ReportRow::standingReason),
        new ReportField("dueFor", row -> lower(row.dueFor())),
        new ReportField("seenAt", row -> text(row.seenAt())));
  }

  private static @Nullable String lower(@Nullable String name) {
    return name == null ? null : name.toLowerCase(Locale.ROOT);
  }

  /** ISO 8601 in UTC. */
  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }
}
