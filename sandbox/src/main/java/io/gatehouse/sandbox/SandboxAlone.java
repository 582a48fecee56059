package io.gatehouse.sandbox;

import io.gatehouse.sandbox.signin.SignInServer;

/**
 * A sandbox that stands on its own, with the provider at which its people sign in.
 *
 * @param ownSecret whether the provider made its secret, so that nobody knows it yet
 */
record SandboxAlone(Sandbox sandbox, SignInServer signIn, boolean ownSecret)
    implements AutoCloseable {

  @Override
  public void close() {
    signIn.close();
    sandbox.close();
  }
}
