package io.gatehouse.starter.actor;

/** Somebody may not do what they asked for; the message is for them. */
public final class NotAllowed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotAllowed(String sentence) {
    super(sentence);
  }
}
