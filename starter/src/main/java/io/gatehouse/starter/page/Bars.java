package io.gatehouse.starter.page;

import io.gatehouse.store.report.ActivityBucket;
import io.gatehouse.store.report.Distribution;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Guests by days since their last sign-in, as a bar plot. Who has no sign-in stands apart: the age
 * of an account is no time since a sign-in.
 */
public record Bars(List<Bar> dated, List<Bar> apart) {

  /**
   * One bar.
   *
   * @param percent length, in per cent of the longest
   */
  public record Bar(String label, long guests, int percent) {}

  public static Bars of(Distribution distribution) {
    long longest =
        LongStream.concat(
                distribution.buckets().stream().mapToLong(ActivityBucket::guests),
                LongStream.of(
                    distribution.neverSignedIn(), distribution.pending(), distribution.unknown()))
            .max()
            .orElse(0);
    return new Bars(
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
