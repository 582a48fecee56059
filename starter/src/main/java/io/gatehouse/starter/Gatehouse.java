package io.gatehouse.starter;

import io.gatehouse.starter.cli.CommandTree;

/** The command line's main class. */
public final class Gatehouse {
  private Gatehouse() {}

  public static void main(String[] arguments) {
    System.exit(CommandTree.create(System.getenv()).execute(arguments));
  }
}
