package io.gatehouse.worker.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Alerts and dashboard are whole; WorkerWatchedTest holds them against a running worker. */
class WatchFilesTest {
  @Test
  void every_alert_says_how_grave_it_is_what_it_means_and_what_to_do() {
    assertThat(WatchFiles.alerts())
        .hasSizeGreaterThan(10)
        .allSatisfy(alert -> {
          assertThat(alert.at("/for").asText()).matches("\\d+[smh]");
          assertThat(alert.at("/labels/severity").asText()).isIn("critical", "warning");
          assertThat(alert.at("/annotations/summary").asText()).isNotBlank();
          assertThat(alert.at("/annotations/what_to_do").asText()).isNotBlank();
        });
  }

  @Test
  void the_operators_page_has_every_alert_with_what_to_do() {
    assertThat(WatchFiles.alerts())
        .allSatisfy(alert ->
            assertThat(WatchFiles.page())
                .contains("`" + alert.get("alert").asText() + "`")
                .contains(alert.at("/annotations/what_to_do").asText()));
  }

  @Test
  void every_panel_stands_in_the_grid_and_asks_something() {
    assertThat(WatchFiles.panels())
        .filteredOn(panel -> !panel.get("type").asText().equals("row"))
        .hasSizeGreaterThan(10)
        .allSatisfy(panel -> {
          JsonNode at = panel.get("gridPos");
          assertThat(at.get("x").asInt() + at.get("w").asInt()).isLessThanOrEqualTo(24);
          assertThat(panel.get("targets")).isNotEmpty();
        });
    assertThat(WatchFiles.panels())
        .extracting(panel -> panel.get("id").asInt())
        .doesNotHaveDuplicates();
  }

  @Test
  void names_are_told_from_functions_labels_and_words() {
    assertThat(
            WatchFiles.names(
                "sum by (le, x) (rate(a_total{le=\"b\"}[5m])) / max(c) > 3 or absent(up{j=~\"d\"})"))
        .containsExactly("a_total", "c", "up");
  }
}
