package io.gatehouse.sandbox.mail;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One delivered mail.
 *
 * @param text the text/plain part, empty without one
 * @param html the text/html part, empty without one
 * @param headers all header lines by lower-case name, decoded
 */
public record Letter(
    String to, String subject, String text, String html, Map<String, List<String>> headers) {

  /** The first line of a header, such as {@code message-id} or {@code date}. */
  public Optional<String> header(String lowerCaseName) {
    return headers.getOrDefault(lowerCaseName, List.of()).stream().findFirst();
  }
}
