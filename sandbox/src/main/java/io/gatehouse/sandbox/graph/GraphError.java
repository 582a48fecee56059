package io.gatehouse.sandbox.graph;

/** A request that Graph refuses, with the status, code and sentence of Graph's own answer. */
final class GraphError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final String sentence;

  GraphError(int status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.sentence = message;
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  String sentence() {
    return sentence;
  }

  static GraphError badRequest(String message) {
    return new GraphError(400, "Request_BadRequest", message);
  }

  static GraphError unsupportedQuery(String message) {
    return new GraphError(400, "Request_UnsupportedQuery", message);
  }

  static GraphError notFound(String id) {
    return new GraphError(
        404,
        "Request_ResourceNotFound",
        ("Resource '%s' does not exist or one of its queried reference-property objects are not"
                + " present.")
            .formatted(id));
  }

  static GraphError denied() {
    return new GraphError(
        403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
  }
}
