package io.gatehouse.sandbox;

import io.gatehouse.sandbox.signin.SignInServer;
import io.gatehouse.sandbox.tenant.AppRegistration;
import io.gatehouse.sandbox.tenant.Employee;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What somebody with a client of their own needs to know about a running sandbox. */
record Welcome(SandboxAlone alone) {

  String text() {
    Sandbox sandbox = alone.sandbox();
    return String.format(
        Locale.ROOT,
        """
        A tenant with %,d guests, until Ctrl-C. Story and people go on in real time.

        Graph      %s
        Mail       127.0.0.1:%d (SMTP, every address has a mailbox)
        Tenant     %s
        Reads      Authorization: Bearer %s
                   Authorization: Bearer %s (a budget of its own)
        Writes     Authorization: Bearer %s
        Sign-in    %s (OpenID Connect issuer)
                   client %s, secret %s
                   Nobody has a password. Choose a role and one of these:
                   %s

        %s
        """,
        sandbox.tenant().countGuests(),
        sandbox.graph().baseUrl(),
        sandbox.postOffice().port(),
        sandbox.tenant().id(),
        AppRegistration.OBSERVER.token(),
        AppRegistration.LOOKER.token(),
        AppRegistration.ACTOR.token(),
        alone.signIn().issuer(),
        SignInServer.CLIENT_ID,
        alone.ownSecret() ? alone.signIn().secret() : "as in " + SandboxCommand.SECRET,
        people(),
        curl());
  }

  /** Who can sign in. */
  private static String people() {
    return Arrays.stream(Employee.values())
        .filter(Employee::stillEmployed)
        .map(Employee::displayName)
        .collect(Collectors.joining(", "));
  }

  /** A line to paste into a shell. */
  String curl() {
    Sandbox sandbox = alone.sandbox();
    return String.format(
        Locale.ROOT,
        "curl -H 'Authorization: Bearer %s' '%s/users?$filter=userType%%20eq%%20%%27Guest%%27"
            + "&$select=id,displayName,signInActivity&$top=5'",
        AppRegistration.OBSERVER.token(),
        sandbox.graph().baseUrl());
  }
}
