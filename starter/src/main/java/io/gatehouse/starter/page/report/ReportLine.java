package io.gatehouse.starter.page.report;

import io.gatehouse.starter.page.Calendar;
import io.gatehouse.starter.page.Words;
import io.gatehouse.store.report.ReportRow;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One guest in the report's table.
 *
 * @param days null when neither a sign-in nor the creation is known
 * @param since what the days count from
 */
record ReportLine(
    String id,
    String name,
    @Nullable String mail,
    @Nullable String partner,
    @Nullable Integer days,
    String since,
    Calendar.@Nullable Point from,
    List<String> sponsors,
    boolean withoutSponsor,
    String standing,
    String standingClass) {
  static ReportLine of(ReportRow row, Calendar calendar) {
    boolean signedIn = row.lastActivityAt() != null;
    return new ReportLine(
        row.guestId(),
        Words.firstOf(row.displayName(), row.mail(), row.userPrincipalName(), row.guestId()),
        row.mail(),
        row.partner(),
        row.days(),
        row.pending()
            ? "invitation pending"
            : row.neverSignedIn() ? "never signed in" : row.days() == null ? "unknown" : "",
        calendar.dayOrNull(signedIn ? row.lastActivityAt() : row.createdAt()),
        row.sponsorNames().stream().map(name -> Words.firstOf(name)).toList(),
        row.sponsorship().equals("MISSING"),
        Words.standing(row.standing()),
        row.standing().toLowerCase(Locale.ROOT));
  }
}
