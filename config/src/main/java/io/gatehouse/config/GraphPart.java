package io.gatehouse.config;

import org.jspecify.annotations.Nullable;

/** Microsoft Graph and its three registrations. */
final class GraphPart {
  private static final Registration READER =
      new Registration(
          Variable.GRAPH_READER_KIND,
          Variable.GRAPH_READER_CLIENT_ID,
          Variable.GRAPH_READER_CERTIFICATE,
          Variable.GRAPH_READER_CERTIFICATE_PASSWORD,
          Variable.GRAPH_READER_FEDERATED_TOKEN,
          Variable.GRAPH_READER_TOKEN);

  private static final Registration LOOKER =
      new Registration(
          Variable.GRAPH_LOOKER_KIND,
          Variable.GRAPH_LOOKER_CLIENT_ID,
          Variable.GRAPH_LOOKER_CERTIFICATE,
          Variable.GRAPH_LOOKER_CERTIFICATE_PASSWORD,
          Variable.GRAPH_LOOKER_FEDERATED_TOKEN,
          Variable.GRAPH_LOOKER_TOKEN);

  private static final Registration WRITER =
      new Registration(
          Variable.GRAPH_WRITER_KIND,
          Variable.GRAPH_WRITER_CLIENT_ID,
          Variable.GRAPH_WRITER_CERTIFICATE,
          Variable.GRAPH_WRITER_CERTIFICATE_PASSWORD,
          Variable.GRAPH_WRITER_FEDERATED_TOKEN,
          Variable.GRAPH_WRITER_TOKEN);

  private GraphPart() {}

  static GraphSettings read(Values values, String tenant) {
    return new GraphSettings(
        values.web(Variable.GRAPH_BASE_URL),
        READER.credential(values, values.required(READER.kind()), tenant),
        acting(values, tenant));
  }

  private static GraphSettings.@Nullable Acting acting(Values values, String tenant) {
    String kind = values.optional(WRITER.kind());
    return kind == null
        ? null
        : new GraphSettings.Acting(
            LOOKER.credential(values, values.required(LOOKER.kind()), tenant),
            WRITER.credential(values, kind, tenant));
  }
}
