package io.gatehouse.starter.cli;

import io.gatehouse.starter.page.Words;
import io.gatehouse.starter.report.ReportNumbers;
import io.gatehouse.store.report.ActivityBucket;
import io.gatehouse.store.report.PartnerCount;
import io.gatehouse.store.report.SponsorCount;
import java.util.List;

/** The report's numbers for a terminal of 80 columns. */
final class ReportText {
  private static final int LABEL = 28;
  private static final int BAR = 30;
  private static final int NUMBER = 9;

  private final ReportNumbers numbers;

  private ReportText(ReportNumbers numbers) {
    this.numbers = numbers;
  }

  static String of(ReportNumbers numbers) {
    var text = new ReportText(numbers);
    return String.join(
        "\n\n",
        "Guests: %d of %d in the directory."
            .formatted(numbers.matching().population(), numbers.population()),
        text.distribution(),
        text.states(),
        text.partners(),
        text.sponsors());
  }

  private String distribution() {
    var table = new Table(List.of("LAST SIGN-IN", number("GUESTS"), ""), LABEL, NUMBER, BAR);
    for (ActivityBucket bucket : numbers.matching().buckets()) {
      String label =
          bucket.toDays() < 0
              ? bucket.fromDays() + " days or more"
              : "%d to %d days".formatted(bucket.fromDays(), bucket.toDays());
      counted(table, label, bucket.guests());
    }
    counted(table, "never signed in", numbers.matching().neverSignedIn());
    counted(table, "invitation pending", numbers.matching().pending());
    counted(table, "unknown", numbers.matching().unknown());
    table.row(List.of("sum", number(numbers.matching().population()), ""));
    return table.text();
  }

  private String states() {
    var table =
        new Table(
            List.of("STATE (LINE AT %d DAYS)".formatted(numbers.line()), number("GUESTS"), ""),
            LABEL,
            NUMBER,
            BAR);
    numbers.states().forEach((state, guests) -> counted(table, state.words(), guests));
    table.row(List.of("sum", number(numbers.matching().population()), ""));
    return table.text();
  }

  private String partners() {
    var table = ofEveryone("PARTNER, OF ALL GUESTS");
    for (PartnerCount each : numbers.partners()) {
      row(table, Words.firstOf(each.partner()), each.guests(), each.inactive());
    }
    if (numbers.otherPartners() > 0) {
      table.row(List.of("all others", number(numbers.otherPartners()), ""));
    }
    table.row(List.of("sum", number(numbers.population()), ""));
    return table.text();
  }

  private String sponsors() {
    var table = ofEveryone("SPONSOR, OF ALL GUESTS");
    for (SponsorCount each : numbers.sponsors()) {
      row(table, Words.firstOf(each.name(), each.sponsorId()), each.guests(), each.inactive());
    }
    table.row(List.of("nobody who answers", number(numbers.withoutSponsor()), ""));
    return table.text()
        + "\n\nA guest of several sponsors counts with each. For who never signed in,"
        + "\ndays count from the creation of the account.";
  }

  private Table ofEveryone(String head) {
    return new Table(
        List.of(head, number("GUESTS"), "%d+ DAYS".formatted(numbers.line())), 44, NUMBER, 11);
  }

  private static void row(Table table, String name, long guests, long inactive) {
    table.row(List.of(name, number(guests), "%11d".formatted(inactive)));
  }

  private void counted(Table table, String label, long guests) {
    long most = Math.max(1, numbers.matching().population());
    int length = (int) Math.min(BAR, (guests * BAR + most - 1) / most);
    table.row(List.of(label, number(guests), "#".repeat(length)));
  }

  private static String number(Object value) {
    return "%9s".formatted(value);
  }
}
