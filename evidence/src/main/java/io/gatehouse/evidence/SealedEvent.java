package io.gatehouse.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * An event as the ledger keeps it: the exact bytes that were hashed, and apart from them what opens
 * its commitments.
 *
 * @param body canonical JSON; never serialized again to verify
 * @param leafHash hex of SHA-256(0x00 || UTF-8 bytes of body), the leaf of RFC 6962, section 2.1
 */
public record SealedEvent(String key, String body, String leafHash, List<Disclosure> disclosures) {

  public SealedEvent {
    disclosures = List.copyOf(disclosures);
  }

  /** The leaf hash of a body: the prefix byte keeps a leaf from ever passing for an inner node. */
  public static String leafHash(byte[] body) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update((byte) 0);
      return HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The bytes that were hashed. */
  public byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
