package io.gatehouse.sandbox.tenant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a user is called and reached. */
public record PersonName(
    String userPrincipalName,
    String displayName,
    String givenName,
    String surname,
    @Nullable String mail,
    List<String> otherMails,
    @Nullable String companyName) {
  public PersonName {
    otherMails = List.copyOf(otherMails);
  }
}
