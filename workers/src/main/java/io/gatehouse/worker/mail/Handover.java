package io.gatehouse.worker.mail;

/** What the SMTP server said to a letter. Everything else is a failure that is tried again. */
public sealed interface Handover {
  /**
   * The server took it.
   *
   * @param serverAnswer its last line
   */
  record Taken(String serverAnswer) implements Handover {}

  /** The server will never take it: a 5yz answer (RFC 5321, section 4.2.1) or no valid address. */
  record Refused(String why) implements Handover {}
}
