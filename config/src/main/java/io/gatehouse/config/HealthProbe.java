package io.gatehouse.config;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;

/**
 * Asks addresses of this machine once each and ends with 0 when something well answers at all of
 * them: for health checks in images that hold neither a shell nor curl. Uses the oldest HTTP client
 * of the JDK, which starts five times faster than the newest.
 */
public final class HealthProbe {
  private static final int PATIENCE_MILLIS = 5_000;

  private HealthProbe() {}

  public static void main(String[] arguments) {
    if (arguments.length == 0) { // nobody asked is not all well
      System.out.println("Usage: HealthProbe ADDRESS...");
      System.exit(2);
    }
    for (String address : arguments) {
      flaw(address)
          .ifPresent(flaw -> {
            System.out.println(address + " " + flaw);
            System.exit(1);
          });
    }
  }

  /** What is not well there; empty when all is. */
  static Optional<String> flaw(String address) {
    try {
      int status = status(URI.create(address));
      return status < 500 ? Optional.empty() : Optional.of("answers " + status);
    } catch (IOException e) {
      return Optional.of("does not answer: " + e.getMessage());
    }
  }

  /** A refusal such as 401 is an answer too: somebody is there and well enough to say no. */
  private static int status(URI address) throws IOException {
    var connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setConnectTimeout(PATIENCE_MILLIS);
    connection.setReadTimeout(PATIENCE_MILLIS);
    return connection.getResponseCode();
  }
}
