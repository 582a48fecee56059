package io.gatehouse.sandbox.tenant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user object of the tenant.
 *
 * @param signIns null when the user never signed in: Graph leaves the whole object out
 */
public record User(
    String id,
    String userPrincipalName,
    String displayName,
    String givenName,
    String surname,
    @Nullable String mail,
    boolean guest,
    boolean accountEnabled,
    Instant created,
    @Nullable String companyName,
    boolean onPremisesSynced,
    @Nullable SignInActivity signIns) {

  User enabled(boolean now) {
    return new User(
        id,
        userPrincipalName,
        displayName,
        givenName,
        surname,
        mail,
        guest,
        now,
        created,
        companyName,
        onPremisesSynced,
        signIns);
  }

  User signedIn(SignInActivity now) {
    return new User(
        id,
        userPrincipalName,
        displayName,
        givenName,
        surname,
        mail,
        guest,
        accountEnabled,
        created,
        companyName,
        onPremisesSynced,
        now);
  }
}
