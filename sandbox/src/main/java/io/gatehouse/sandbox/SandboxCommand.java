package io.gatehouse.sandbox;

import io.gatehouse.sandbox.signin.SignInOptions;
import io.gatehouse.sandbox.signin.SignInServer;
import io.gatehouse.sandbox.tenant.TenantSize;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What can be said to {@code ./gatehouse sandbox}. */
@Command(
    name = "./gatehouse sandbox",
    description =
        "A tenant with Microsoft Graph v1.0, mail and sign-in on this computer, for any client.",
    footer = {
      "",
      "Environment: " + SandboxCommand.SECRET + " is the secret of whoever sends people to",
      "sign in here; without it each start makes one and shows it."
    },
    usageHelpAutoWidth = true)
final class SandboxCommand {
  /** Not an option: a command line can be read by everybody on the machine. */
  static final String SECRET = "SANDBOX_SIGN_IN_SECRET";

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

  @Option(
      names = "--sign-in-port",
      paramLabel = "N",
      description = "0 for a free one (default ${DEFAULT-VALUE})")
  private int signInPort = 8090;

  @Option(
      names = "--sign-in-address",
      paramLabel = "IP",
      description = {
        "where sign-in listens; another than ${DEFAULT-VALUE} only in a container whose port is",
        "published on the machine's own 127.0.0.1: the issuer is there in any case"
      })
  private String signInAddress = "127.0.0.1";

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
   * @param secret of whoever sends people to sign in; empty for a new one
   * @throws IllegalArgumentException with one sentence when a number makes no sense
   * @throws RuntimeException with one sentence when a port is in use
   */
  SandboxAlone start(Clock clock, String secret) {
    var size = new TenantSize(guests, sponsors);
    var sandbox = Sandbox.start(new SandboxOptions(seed, clock, size, graphPort, smtpPort));
    if (noThrottle) {
      sandbox.graph().throttles().off();
    }
    try {
      var at = new SignInOptions(signInAddress, signInPort, secret);
      var signIn = new SignInServer(sandbox.tenant(), clock, at);
      return new SandboxAlone(sandbox, signIn, secret.isBlank());
    } catch (RuntimeException e) {
      sandbox.close();
      throw e;
    }
  }
}
