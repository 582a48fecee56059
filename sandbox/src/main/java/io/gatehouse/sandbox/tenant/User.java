package io.gatehouse.sandbox.tenant;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user object of the tenant.
 *
 * @param userType {@link #GUEST} or {@link #MEMBER}; it says nothing about where somebody signs in
 * @param managementRestricted in a restricted management administrative unit
 * @param signIns null when the user never signed in: Graph leaves the whole object out
 */
public record User(
    String id,
    PersonName name,
    String userType,
    boolean accountEnabled,
    Instant created,
    Origin origin,
    boolean onPremisesSynced,
    boolean managementRestricted,
    @Nullable SignInActivity signIns) {
  public static final String GUEST = "Guest";
  public static final String MEMBER = "Member";

  /** Listed as a guest. */
  public boolean guest() {
    return userType.equals(GUEST);
  }

  public String userPrincipalName() {
    return name.userPrincipalName();
  }

  public String displayName() {
    return name.displayName();
  }

  public String givenName() {
    return name.givenName();
  }

  public String surname() {
    return name.surname();
  }

  public @Nullable String mail() {
    return name.mail();
  }

  public List<String> otherMails() {
    return name.otherMails();
  }

  public @Nullable String companyName() {
    return name.companyName();
  }

  /** Signs in with an identity of another organization. */
  public boolean externalIdentity() {
    return origin.external();
  }

  public @Nullable String creationType() {
    return origin.creationType();
  }

  public @Nullable String externalUserState() {
    return origin.externalUserState();
  }

  /** When {@link #externalUserState} became what it is. */
  public @Nullable Instant stateChanged() {
    return origin.stateChanged();
  }

  User enabled(boolean now) {
    return with(userType, now, origin, managementRestricted, signIns);
  }

  User signedIn(SignInActivity now) {
    return with(userType, accountEnabled, origin, managementRestricted, now);
  }

  User redeemed(Instant at) {
    return with(userType, accountEnabled, Origin.redeemed(at), managementRestricted, signIns);
  }

  User member() {
    return with(MEMBER, accountEnabled, origin, managementRestricted, signIns);
  }

  User restricted() {
    return with(userType, accountEnabled, origin, true, signIns);
  }

  private User with(
      String type,
      boolean enabled,
      Origin from,
      boolean restricted,
      @Nullable SignInActivity activity) {
    return new User(id, name, type, enabled, created, from, onPremisesSynced, restricted, activity);
  }
}
