package io.gatehouse.store.database;

import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL cannot be used as it is; the message is one sentence for a person: what, where, what
 * to do.
 */
public final class StoreProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StoreProblem(String sentence) {
    this(sentence, null);
  }

  public StoreProblem(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
