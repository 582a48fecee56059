package io.gatehouse.demo;

import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What every whole house can be told, whatever its time is, and how that is read. */
public abstract class HouseOptions {
  @Option(names = "--seed", defaultValue = "1", description = "same seed, same tenant (default 1)")
  private long seed;

  @Option(
      names = "--port",
      defaultValue = "8085",
      description = "port of the pages, 0 for a free one (default 8085)")
  private int port;

  @Option(names = "--help", usageHelp = true, description = "this text")
  private boolean help;

  public final long seed() {
    return seed;
  }

  public final int port() {
    return port;
  }

  /** Ends the process where what is asked makes no sense, and after the help. */
  public final void readOrExit(String... arguments) {
    var command = new CommandLine(this);
    try {
      command.parseArgs(arguments);
    } catch (CommandLine.ParameterException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
    if (help) {
      command.usage(System.out);
      System.exit(0);
    }
  }
}
