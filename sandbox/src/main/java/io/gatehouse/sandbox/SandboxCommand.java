package io.gatehouse.sandbox;

import io.gatehouse.sandbox.tenant.TenantSize;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What can be said to {@code ./gatehouse sandbox}. */
@Command(
    name = "./gatehouse sandbox",
    description =
        "A tenant with Microsoft Graph v1.0 and mail on this computer, for any Graph client.",
    usageHelpAutoWidth = true)
final class SandboxCommand {
  @Option(
      names = "--guests",
      paramLabel = "N",
      description = "guests, the named ones included (default ${DEFAULT-VALUE})")
  private int guests = TenantSize.USUAL.guests();

  @Option(
      names = "--sponsors",
      paramLabel = "N",
      description = "people who vouch for them (default ${DEFAULT-VALUE})")
  private int sponsors = TenantSize.USUAL.sponsors();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "the same seed gives the same object ids (default ${DEFAULT-VALUE})")
  private long seed = 1;

  @Option(
      names = "--graph-port",
      paramLabel = "N",
      description = "0 for a free one (default ${DEFAULT-VALUE})")
  private int graphPort = 8089;

  @Option(
      names = "--smtp-port",
      paramLabel = "N",
      description = "0 for a free one (default ${DEFAULT-VALUE})")
  private int smtpPort = 0;

  @Option(names = "--no-throttle", description = "answer every request, however many there are")
  private boolean noThrottle;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "this text")
  private boolean help;

  boolean wantsHelp() {
    return help;
  }

  /**
   * Starts what was asked for.
   *
   * @throws IllegalArgumentException with one sentence when a number makes no sense
   * @throws RuntimeException with one sentence when a port is in use
   */
  Sandbox start(Clock clock) {
    var size = new TenantSize(guests, sponsors);
    var sandbox = Sandbox.start(new SandboxOptions(seed, clock, size, graphPort, smtpPort));
    if (noThrottle) {
      sandbox.graph().throttles().off();
    }
    return sandbox;
  }
}
