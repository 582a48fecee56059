package io.gatehouse.starter.page.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Lets in whom the directory names. {@code sub} differs from application to application, so with it
 * one person could be two: as whom the pages know and as whom a key of theirs names.
 */
final class DirectoryUsers extends OidcUserService {
  private static final Logger LOG = LoggerFactory.getLogger(DirectoryUsers.class);

  @Override
  public OidcUser loadUser(OidcUserRequest request) {
    OidcUser user = super.loadUser(request);
    if (user.getClaimAsString(SignedIn.OBJECT_ID) == null) {
      String sentence =
          "The token of a sign-in has no claim oid, so nobody is signed in: GATEHOUSE_OIDC_ISSUER has to be Entra's v2.0 issuer, and the scope profile is needed.";
      LOG.warn(sentence);
      throw new OAuth2AuthenticationException(new OAuth2Error("no_object_id", sentence, null));
    }
    return user;
  }
}
