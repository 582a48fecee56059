package io.gatehouse.sandbox;

import io.gatehouse.sandbox.tenant.AppRegistration;
import java.util.Locale;

/** What somebody with a Graph client needs to know about a running sandbox. */
record Welcome(Sandbox sandbox) {

  String text() {
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

        %s
        """,
        sandbox.tenant().countGuests(),
        sandbox.graph().baseUrl(),
        sandbox.postOffice().port(),
        sandbox.tenant().id(),
        AppRegistration.OBSERVER.token(),
        AppRegistration.LOOKER.token(),
        AppRegistration.ACTOR.token(),
        curl());
  }

  /** A line to paste into a shell. */
  String curl() {
    return String.format(
        Locale.ROOT,
        "curl -H 'Authorization: Bearer %s' '%s/users?$filter=userType%%20eq%%20%%27Guest%%27"
            + "&$select=id,displayName,signInActivity&$top=5'",
        AppRegistration.OBSERVER.token(),
        sandbox.graph().baseUrl());
  }
}
