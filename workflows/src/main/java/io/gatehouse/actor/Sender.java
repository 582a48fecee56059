package io.gatehouse.actor;

/** What became of the question who sent a message. */
public sealed interface Sender {

  /**
   * The person behind the message, and that they may ask for it.
   *
   * @param subject object id
   */
  record Proved(String subject, AppRole role) implements Sender {}

  /**
   * Nobody is proved, or not to be allowed this.
   *
   * @param reason a clause for whoever sent it, such as {@code the assertion has expired}
   */
  record NotProved(String reason) implements Sender {}
}
