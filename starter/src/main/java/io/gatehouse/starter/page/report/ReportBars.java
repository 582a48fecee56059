package io.gatehouse.starter.page.report;

import io.gatehouse.store.guest.ActivityBucket;
import io.gatehouse.store.report.Distribution;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The report's distribution as a bar plot. Who has no sign-in stands apart: the age of an account
 * is no time since a sign-in.
 */
record ReportBars(List<Bar> dated, List<Bar> apart) {

  /**
   * One bar.
   *
   * @param percent length, in per cent of the longest
   */
  record Bar(String label, long guests, int percent) {}

  static ReportBars of(Distribution distribution) {
    long longest =
        LongStream.concat(
                distribution.buckets().stream().mapToLong(ActivityBucket::guests),
                LongStream.of(
                    distribution.neverSignedIn(), distribution.pending(), distribution.unknown()))
            .max()
            .orElse(0);
    return new ReportBars(
        distribution.buckets().stream()
            .map(bucket -> bar(words(bucket), bucket.guests(), longest))
            .toList(),
        List.of(
            bar("never signed in", distribution.neverSignedIn(), longest),
            bar("invitation pending", distribution.pending(), longest),
            bar("unknown", distribution.unknown(), longest)));
  }

  private static String words(ActivityBucket bucket) {
    return bucket.toDays() < 0
        ? bucket.fromDays() + " days or more"
        : "%d to %d days".formatted(bucket.fromDays(), bucket.toDays());
  }

  private static Bar bar(String label, long guests, long longest) {
    long percent = guests == 0 ? 0 : Math.max(1, guests * 100 / longest);
    return new Bar(label, guests, (int) percent);
  }
}
