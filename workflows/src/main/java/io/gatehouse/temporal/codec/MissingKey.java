package io.gatehouse.temporal.codec;

import io.temporal.payload.codec.PayloadCodecException;

/**
 * A payload that could be read if this process had the key. Worth trying again: somebody forgot a
 * step of a rotation and will mend it.
 */
public final class MissingKey extends PayloadCodecException {
  private static final long serialVersionUID = 1L;

  public static final String TYPE = MissingKey.class.getName();

  MissingKey(String sentence) {
    super(sentence);
  }
}
