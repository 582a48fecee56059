package io.gatehouse.config;

import java.util.regex.Pattern;

/** Where Temporal is. */
final class TemporalPart {
  private static final Pattern TARGET = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^\\s:/]+):\\d{1,5}");

  private TemporalPart() {}

  static TemporalSettings read(Values values, String tenant) {
    return new TemporalSettings(
        values.matching(
            Variable.TEMPORAL_TARGET,
            TARGET.asMatchPredicate(),
            "give host and port like temporal.example.com:7233"),
        values.required(Variable.TEMPORAL_NAMESPACE),
        EncryptionPart.read(values, tenant));
  }
}
