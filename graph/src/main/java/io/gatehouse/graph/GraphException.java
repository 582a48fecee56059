package io.gatehouse.graph;

import org.jspecify.annotations.Nullable;

/**
 * A call to Graph that came to nothing: the typed failure, Graph's {@code request-id} if it
 * answered, and as message one sentence for people (what was asked, what came, what to do) without
 * ids or names.
 */
public final class GraphException extends RuntimeException {

  private final transient GraphFailure failure;
  private final @Nullable String requestId;

  GraphException(
      GraphFailure failure,
      String sentence,
      @Nullable String requestId,
      @Nullable Throwable cause) {
    super(sentence, cause);
    this.failure = failure;
    this.requestId = requestId;
  }

  /** A failure of one call, with the sentence that belongs to its kind. */
  static GraphException of(
      GraphCall call, GraphFailure failure, @Nullable String requestId, @Nullable Throwable cause) {
    return new GraphException(
        failure, FailureSentence.of(call, failure, requestId), requestId, cause);
  }

  /** An answer that came and cannot be used. {@code what} names the flaw without personal data. */
  public static GraphException broken(
      GraphCall call, @Nullable String requestId, String what, @Nullable Throwable cause) {
    return of(call, new GraphFailure.BrokenAnswer(what), requestId, cause);
  }

  public GraphFailure failure() {
    return failure;
  }

  /**
   * Graph's own id of the request, which Microsoft's support asks for; null when nothing was
   * answered.
   */
  public @Nullable String requestId() {
    return requestId;
  }
}
