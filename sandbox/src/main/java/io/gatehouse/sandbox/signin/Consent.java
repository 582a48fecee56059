package io.gatehouse.sandbox.signin;

import java.time.Instant;
import java.util.List;

/**
 * What a code stands for, once and for a minute.
 *
 * @param challenge of PKCE (RFC 7636), S256
 */
record Consent(
    String clientId,
    String redirectUri,
    String challenge,
    String nonce,
    String objectId,
    String name,
    List<String> roles,
    Instant expiresAt) {}
