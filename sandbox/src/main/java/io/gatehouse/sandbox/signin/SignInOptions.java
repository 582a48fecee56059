package io.gatehouse.sandbox.signin;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Where one signs in, and how the pages prove themselves there.
 *
 * @param address to listen on; in a container another than loopback, or nothing can be published
 * @param port 0 for a free one
 * @param secret of the pages' registration; empty for a new random one
 */
public record SignInOptions(String address, int port, String secret) {
  static final String LOOPBACK = "127.0.0.1";

  private static final int SECRET_BYTES = 24;

  public SignInOptions {
    if (secret.isBlank()) {
      var random = new byte[SECRET_BYTES];
      new SecureRandom().nextBytes(random);
      secret = HexFormat.of().formatHex(random);
    }
  }

  /** On a free port of this machine, with a secret of its own. */
  static SignInOptions anywhere() {
    return new SignInOptions(LOOPBACK, 0, "");
  }

  /** Never shows the secret: a record's own text would carry it into logs. */
  @Override
  public String toString() {
    return "SignInOptions[" + address + ":" + port + "]";
  }
}
