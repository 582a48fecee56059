package io.gatehouse.demo;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a demo can be told. */
@Command(
    name = "gatehouse demo",
    description = "A tenant of guests from detection to deletion, on real parts, in one process.")
final class DemoOptions {
  @Option(names = "--days", defaultValue = "150", description = "simulated days (default 150)")
  int days;

  @Option(
      names = "--guests",
      defaultValue = "400",
      description = "guests of the tenant, the named ones among them (default 400)")
  int guests;

  @Option(names = "--seed", defaultValue = "1", description = "same seed, same tenant (default 1)")
  long seed;

  @Option(
      names = "--port",
      defaultValue = "8085",
      description = "port of the pages, 0 for a free one (default 8085)")
  int port;

  @Option(
      names = "--exit",
      description = "end after the summary: with 0 only when every invariant holds")
  boolean exit;

  @Option(names = "--help", usageHelp = true, description = "this text")
  boolean help;
}
