package io.gatehouse.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The variables by which one app registration signs in.
 *
 * @param token null where no sandbox stands in, so that a fixed token makes no sense
 */
record Registration(
    Variable kind,
    Variable clientId,
    Variable certificate,
    Variable certificatePassword,
    Variable federatedToken,
    @Nullable Variable token) {

  /**
   * @param kind as given, empty when that is a problem already
   */
  GraphCredential credential(Values values, String kind, String tenant) {
    return switch (kind.toLowerCase(Locale.ROOT)) {
      case "static" -> fixed(values, kind);
      case "certificate" ->
          new GraphCredential.Certificate(
              tenant,
              values.required(clientId),
              path(values, certificate),
              values.optional(certificatePassword));
      case "workload" ->
          new GraphCredential.Workload(
              tenant, values.required(clientId), path(values, federatedToken));
      case "managed" -> new GraphCredential.Managed(values.optional(clientId));
      default -> refused(values, kind);
    };
  }

  private GraphCredential fixed(Values values, String kind) {
    return token == null
        ? refused(values, kind)
        : new GraphCredential.Static(values.required(token));
  }

  private GraphCredential refused(Values values, String kind) {
    if (!kind.isEmpty()) {
      values.refuse(
          this.kind,
          "give %scertificate, workload or managed".formatted(token == null ? "" : "static, "));
    }
    return new GraphCredential.Managed(null);
  }

  private static Path path(Values values, Variable variable) {
    String given = values.required(variable);
    try {
      return Path.of(given);
    } catch (InvalidPathException e) {
      values.refuse(variable, "give " + variable.meaning());
      return Path.of("");
    }
  }
}
