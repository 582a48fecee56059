package io.gatehouse.graph;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * Where Graph is, with its version: {@code https://graph.microsoft.com/v1.0}, or the sandbox on
 * this computer. Plain http is accepted for this computer only, because every request carries a
 * token.
 */
record BaseUrl(URI uri) {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  BaseUrl {
    if (uri.getHost() == null
        || !("https".equals(uri.getScheme()) || (plain(uri) && loopback(uri)))) {
      throw new IllegalArgumentException(
          ("The address of Graph is %s: give an https address such as "
                  + "https://graph.microsoft.com/v1.0 (plain http only for this computer).")
              .formatted(uri));
    }
  }

  static BaseUrl of(URI uri) {
    var text = uri.toString();
    return new BaseUrl(text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : uri);
  }

  boolean isLoopback() {
    return loopback(uri);
  }

  String host() {
    return uri.getHost();
  }

  /**
   * Whether an absolute link leads to the same scheme, host and port: the token goes nowhere else.
   */
  boolean leadsTo(String link) {
    try {
      var other = new URI(link);
      return uri.getScheme().equals(other.getScheme())
          && uri.getHost().equalsIgnoreCase(other.getHost())
          && uri.getPort() == other.getPort()
          && other.getUserInfo() == null;
    } catch (URISyntaxException unreadable) {
      return false; // what is no address leads nowhere
    }
  }

  @Override
  public String toString() {
    return uri.toString();
  }

  private static boolean plain(URI uri) {
    return "http".equals(uri.getScheme());
  }

  private static boolean loopback(URI uri) {
    return LOOPBACK.contains(uri.getHost());
  }
}
