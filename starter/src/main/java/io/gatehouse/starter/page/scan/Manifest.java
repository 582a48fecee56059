package io.gatehouse.starter.page.scan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a scan asked, what came and who was left out, as the workers wrote it. What another version
 * did not write is empty here.
 *
 * @param due guests per trigger
 * @param compared the scans it was held against, newest first
 * @param limits null when nothing was judged
 */
record Manifest(
    List<Listing> lists,
    Counts counts,
    Map<String, Long> due,
    List<Exempt> exempt,
    List<Excluded> exclusions,
    List<Compared> compared,
    @Nullable Limits limits) {
  Manifest {
    lists = orEmpty(lists);
    counts = counts == null ? new Counts(0, 0, 0, 0, 0, 0) : counts;
    due = due == null ? Map.of() : Map.copyOf(due);
    exempt = orEmpty(exempt);
    exclusions = orEmpty(exclusions);
    compared = orEmpty(compared);
  }

  /** One query to Graph and its pages. */
  record Listing(String list, String query, List<Page> pages) {
    Listing {
      pages = orEmpty(pages);
    }

    public long guests() {
      return pages.stream().mapToLong(Page::guests).sum();
    }
  }

  /**
   * One page as Graph answered it.
   *
   * @param sha256 hex, over the raw answer
   */
  record Page(int page, int guests, String sha256, String requestId) {}

  record Counts(
      long population,
      long withDates,
      long unknown,
      long unreadable,
      long sponsorsTold,
      long withoutSponsor) {}

  /** How many guests were left alone for one reason. */
  record Exempt(String reason, long guests) {}

  /** A guest whom the policy excludes, and who answers for that. */
  record Excluded(String guest, String owner, String reason, LocalDate until) {}

  /** The figures of an earlier scan. */
  record Compared(
      String scan,
      Instant startedAt,
      long population,
      long withDates,
      long sponsorsTold,
      long withoutSponsor) {}

  record Limits(
      int populationMovesAtMostPercent,
      int withoutDatesMovesAtMostPoints,
      int withoutSponsorMovesAtMostPoints) {}

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
