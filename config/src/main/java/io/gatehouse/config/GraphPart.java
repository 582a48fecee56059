package io.gatehouse.config;

import java.util.Set;

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

  static GraphSettings read(Values values, Set<Part> parts, String tenant) {
    GraphCredential reader = parts.contains(Part.GRAPH) ? credential(values, READER, tenant) : null;
    boolean looks = parts.contains(Part.LOOKER) || parts.contains(Part.WRITER);
    GraphSettings.Acting acting =
        looks
            ? new GraphSettings.Acting(
                credential(values, LOOKER, tenant),
                parts.contains(Part.WRITER) ? credential(values, WRITER, tenant) : null)
            : null;
    return new GraphSettings(values.web(Variable.GRAPH_BASE_URL), reader, acting);
  }

  private static GraphCredential credential(Values values, Registration of, String tenant) {
    return of.credential(values, values.required(of.kind()), tenant);
  }
}
