package io.gatehouse.demo.dev;

import java.util.List;
import java.util.Map;

/**
 * Runs a command in a session of its own: Ctrl-C in the terminal is for us, and we stop what we
 * started after our workers. Java has no word for it.
 */
final class OwnSession {
  private OwnSession() {}

  /** What stands before the command: macOS has no {@code setsid} and brings Perl. */
  static List<String> prefix(Map<String, String> environment) {
    return TemporalCli.onPath("setsid", environment).isPresent()
        ? List.of("setsid")
        : List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV or die $!");
  }
}
