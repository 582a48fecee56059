package io.gatehouse.starter;

import io.gatehouse.starter.cli.CommandTree;

/** The command line's main class. */
public final class Gatehouse {
  private Gatehouse() {}

  public static void main(String[] arguments) {
    // Before the first logger: what libraries say belongs into no answer to a person.
    System.setProperty("logback.configurationFile", "io/gatehouse/starter/logback.xml");
    System.exit(CommandTree.create(System.getenv()).execute(arguments));
  }
}
