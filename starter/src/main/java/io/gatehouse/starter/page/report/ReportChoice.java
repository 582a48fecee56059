package io.gatehouse.starter.page.report;

import io.gatehouse.starter.report.ReportState;
import io.gatehouse.store.report.ReportFilter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What was chosen in the report's form, as it was typed; each may be missing from the address.
 *
 * @param sponsor object id of a sponsor, or {@link #NOBODY}
 * @param days digits, or anything else a person types
 */
record ReportChoice(
    @Nullable String search,
    @Nullable String partner,
    @Nullable String sponsor,
    @Nullable String state,
    @Nullable String days) {

  /** Instead of a sponsor: guests for whom nobody answers. */
  static final String NOBODY = "nobody";

  private static final int MOST_DAYS = 36_500;

  /** What is wrong with it, in words for its field. */
  Optional<String> problem() {
    String typed = text(days);
    boolean usable =
        typed == null || typed.matches("\\d{1,5}") && Integer.parseInt(typed) <= MOST_DAYS;
    return usable ? Optional.empty() : Optional.of("Give a number, 0 to %d.".formatted(MOST_DAYS));
  }

  /** The filter; call when there is no {@link #problem()}. */
  ReportFilter filter() {
    String by = lower(sponsor);
    boolean nobody = NOBODY.equals(by);
    String atLeast = text(days);
    ReportState stands = stateOrNull();
    return new ReportFilter(
        lower(partner),
        nobody ? null : by,
        nobody,
        stands == null ? null : stands.name(),
        atLeast == null ? null : Integer.valueOf(atLeast),
        text(search));
  }

  @Nullable ReportState stateOrNull() {
    for (ReportState each : ReportState.values()) {
      if (each.name().equalsIgnoreCase(text(state))) {
        return each;
      }
    }
    return null;
  }

  /** Whether anything narrows the report. */
  boolean narrows() {
    return !filter().equals(ReportFilter.ALL);
  }

  /** The same choice at another address, encoded. */
  String at(String path, int page) {
    var address = UriComponentsBuilder.fromPath(path);
    put(address, "search", search);
    put(address, "partner", partner);
    put(address, "sponsor", sponsor);
    put(address, "state", state);
    put(address, "days", days);
    if (page > 1) {
      address.queryParam("page", page);
    }
    return address.encode().build().toUriString();
  }

  private static void put(UriComponentsBuilder address, String name, @Nullable String value) {
    String given = text(value);
    if (given != null) {
      // As a variable: braces and ampersands in what was typed are characters, not syntax.
      address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, given));
    }
  }

  private static @Nullable String text(@Nullable String value) {
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static @Nullable String lower(@Nullable String value) {
    String given = text(value);
    return given == null ? null : given.toLowerCase(Locale.ROOT);
  }
}
