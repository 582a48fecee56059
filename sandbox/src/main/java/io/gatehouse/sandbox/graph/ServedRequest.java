package io.gatehouse.sandbox.graph;

import java.time.Instant;

/**
 * One line of the server's own book, so that a test sees doubles that left no trace in the tenant.
 *
 * @param template the path without ids, such as {@code /users/{id}}
 * @param status the status sent, 0 when the connection was cut
 */
public record ServedRequest(
    Instant at,
    String method,
    String template,
    String target,
    String requestId,
    String clientRequestId,
    int status) {
  public boolean isWrite() {
    return !method.equals("GET");
  }
}
