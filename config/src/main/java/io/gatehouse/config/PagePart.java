package io.gatehouse.config;

import org.jspecify.annotations.Nullable;

/** Where the pages are. */
final class PagePart {
  private PagePart() {}

  static PageSettings read(Values values) {
    String address = values.required(Variable.PAGES_ADDRESS);
    int port = values.port(Variable.PAGES_PORT, 0);
    return new PageSettings(address, port, baseUrl(values, address, port), temporalUi(values));
  }

  /** It may be served below a path. */
  private static @Nullable String temporalUi(Values values) {
    if (!values.isGiven(Variable.TEMPORAL_UI_URL)) {
      return null;
    }
    return values.web(Variable.TEMPORAL_UI_URL);
  }

  private static String baseUrl(Values values, String address, int port) {
    if (values.isGiven(Variable.PAGES_BASE_URL)) {
      return values.web(Variable.PAGES_BASE_URL);
    }
    // Behind another address the default would lead every sponsor to his own machine.
    if (!Loopback.is(address)) {
      values.refuse(
          Variable.PAGES_BASE_URL,
          "give the address under which sponsors reach the pages, like https://guests.example.com");
    }
    return "http://" + address + ":" + port;
  }
}
