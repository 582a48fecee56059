package io.gatehouse.temporal.codec;

import io.temporal.payload.codec.PayloadCodecException;

/**
 * A payload that no key of ours will ever make readable here. The message never quotes it.
 *
 * <p>Deliberately no {@code DataConverterException}: the SDK drops a signal that ends in one, and
 * what is dropped today would be heard in tomorrow's replay. This fails the workflow task, which is
 * tried again, so that a person hears of it and nothing is lost.
 */
public final class UnreadablePayload extends PayloadCodecException {
  private static final long serialVersionUID = 1L;

  /** How activities' retry settings name it: no further attempt reads it better. */
  public static final String TYPE = UnreadablePayload.class.getName();

  /** What is wrong with it. */
  public enum Reason {
    /** Not encrypted, where plaintext is not or no longer accepted. */
    PLAINTEXT,
    /** Encrypted for another workflow: somebody moved it. */
    OTHER_WORKFLOW,
    /** Changed since, or encrypted in another namespace. */
    NOT_AUTHENTIC,
    /** Says it is encrypted, and has not the form. */
    MALFORMED
  }

  private final Reason reason;

  UnreadablePayload(Reason reason, String sentence) {
    super(sentence);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
