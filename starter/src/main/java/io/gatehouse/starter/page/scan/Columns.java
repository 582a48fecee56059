package io.gatehouse.starter.page.scan;

import java.util.ArrayList;
import java.util.List;

/**
 * The population over the scans as a column plot from zero, oldest on the left. Scans that were not
 * judged yet have no population and no column.
 *
 * @param width of the drawing; its height is {@link #HEIGHT}
 * @param words what the drawing shows, for who does not see it
 */
record Columns(List<Column> columns, int width, int highest, String words) {
  static final int HEIGHT = 100;
  private static final int STEP = 10;
  private static final int BREADTH = 8;

  /** One column. */
  record Column(int x, int y, int breadth, int height, String tagClass, String title) {}

  /**
   * Draws.
   *
   * @param newestFirst as the list shows them
   */
  static Columns of(List<ScanRowView> newestFirst) {
    List<ScanRowView> scans = newestFirst.reversed().stream().filter(ScanRowView::judged).toList();
    int highest = scans.stream().mapToInt(ScanRowView::population).max().orElse(0);
    var columns = new ArrayList<Column>();
    for (ScanRowView scan : scans) {
      // One unit at least: an empty reading is a column too, and the one to look at.
      int height = Math.max(1, highest == 0 ? 1 : HEIGHT * scan.population() / highest);
      columns.add(
          new Column(
              columns.size() * STEP + (STEP - BREADTH) / 2,
              HEIGHT - height,
              BREADTH,
              height,
              scan.tagClass(),
              "%s: %d guests, %s"
                  .formatted(
                      scan.line().at().words(), scan.population(), scan.line().judgement())));
    }
    return new Columns(columns, columns.size() * STEP, highest, words(scans));
  }

  private static String words(List<ScanRowView> scans) {
    return scans.isEmpty()
        ? "No judged scan yet."
        : "Population of the last %d scans: first %d, last %d, the table below has all."
            .formatted(scans.size(), scans.getFirst().population(), scans.getLast().population());
  }
}
