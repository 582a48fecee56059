package io.gatehouse.config;

/** Where the pages are. */
final class PagePart {
  private PagePart() {}

  static PageSettings read(Values values) {
    String address = values.required(Variable.PAGES_ADDRESS);
    int port = values.port(Variable.PAGES_PORT, 0);
    return new PageSettings(address, port, baseUrl(values, address, port));
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
