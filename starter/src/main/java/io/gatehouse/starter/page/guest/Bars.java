package io.gatehouse.starter.page.guest;

import io.gatehouse.store.guest.ActivityBucket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The bar plot of days since the last sign-in. Guests without a date stand apart: they are no
 * number of days.
 */
record Bars(List<Bar> dated, List<Bar> apart, long highest) {

  /**
   * One bar.
   *
   * @param percent length, in per cent of the longest
   */
  record Bar(String label, long guests, int percent) {}

  static Bars of(List<ActivityBucket> buckets, Map<String, Long> byInactivity) {
    long never = byInactivity.getOrDefault("NEVER_SIGNED_IN", 0L);
    long unknown = byInactivity.getOrDefault("UNKNOWN", 0L);
    long highest =
        Math.max(
            1,
            Math.max(
                Math.max(never, unknown),
                buckets.stream().mapToLong(ActivityBucket::guests).max().orElse(0)));
    var dated = new ArrayList<Bar>();
    for (ActivityBucket bucket : buckets) {
      dated.add(bar(words(bucket), bucket.guests(), highest));
    }
    return new Bars(
        dated,
        List.of(bar("never signed in", never, highest), bar("unknown", unknown, highest)),
        highest);
  }

  private static String words(ActivityBucket bucket) {
    return bucket.toDays() < 0
        ? bucket.fromDays() + " days or more"
        : "%d to %d days".formatted(bucket.fromDays(), bucket.toDays());
  }

  private static Bar bar(String label, long guests, long highest) {
    long percent = guests == 0 ? 0 : Math.max(1, guests * 100 / highest);
    return new Bar(label, guests, (int) percent);
  }
}
