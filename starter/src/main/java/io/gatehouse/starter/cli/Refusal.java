package io.gatehouse.starter.cli;

/** A command that cannot do what was asked; the message is for the person who asked. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Refusal(String sentence) {
    super(sentence);
  }
}
