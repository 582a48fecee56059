package io.gatehouse.config;

import org.jspecify.annotations.Nullable;

/** Something outside is not as it has to be; one sentence per line: what, where, what to do. */
public final class StartProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StartProblem(String sentences) {
    this(sentences, null);
  }

  public StartProblem(String sentences, @Nullable Throwable cause) {
    super(sentences, cause);
  }
}
