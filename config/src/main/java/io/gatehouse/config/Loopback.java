package io.gatehouse.config;

import java.util.Locale;

/** Whether a host name is this very machine, told from its letters: nothing is looked up. */
public final class Loopback {
  private Loopback() {}

  /** True for {@code localhost}, names below it, 127.0.0.0/8 and ::1, with or without brackets. */
  public static boolean is(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || name.equals("::1")
        || name.equals("[::1]")
        || name.equals("0:0:0:0:0:0:0:1")
        || name.matches("127(\\.\\d{1,3}){3}");
  }
}
