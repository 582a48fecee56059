package io.gatehouse.sandbox.graph;

import io.gatehouse.sandbox.tenant.AppRegistration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the server's own book, so that a test sees doubles that left no trace in the tenant.
 *
 * @param caller null for a stranger
 * @param template the path without ids, such as {@code /users/{id}}
 * @param status the status sent, 0 when the connection was cut
 */
public record ServedRequest(
    Instant at,
    @Nullable AppRegistration caller,
    Budget budget,
    String method,
    String template,
    String target,
    String requestId,
    String clientRequestId,
    int status) {
  public boolean isWrite() {
    return budget == Budget.WRITES;
  }
}
