package io.gatehouse.temporal.codec;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.gatehouse.temporal.codec.UnreadablePayload.Reason;
import io.temporal.api.common.v1.Payload;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts single payloads of one namespace with AES-256-GCM.
 *
 * <p>An encrypted payload holds the whole inner payload, metadata included. Its data is one byte of
 * format version, 12 bytes of nonce, the ciphertext and 16 bytes of tag. Its metadata says {@code
 * encoding: binary/encrypted} (what the Temporal UI calls encrypted), {@code gatehouse-key} and
 * {@code gatehouse-workflow}: the id of the workflow it belongs to, empty when it belongs to none.
 * {@link AssociatedData} binds all of that to the ciphertext.
 *
 * <p>Nonces are random, so one key is good for 2^32 payloads (NIST SP 800-38D, 8.3).
 */
public final class PayloadCipher {
  static final String ENCODING = "encoding";
  static final String ENCRYPTED = "binary/encrypted";
  static final String KEY = "gatehouse-key";
  static final String WORKFLOW = "gatehouse-workflow";

  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final String namespace;
  private final Keyring keys;
  private final SecureRandom random;

  public PayloadCipher(String namespace, Keyring keys) {
    this(namespace, keys, new SecureRandom());
  }

  PayloadCipher(String namespace, Keyring keys, SecureRandom random) {
    this.namespace = namespace;
    this.keys = keys;
    this.random = random;
  }

  String namespace() {
    return namespace;
  }

  public static boolean isEncrypted(Payload payload) {
    return ENCRYPTED.equals(text(payload, ENCODING));
  }

  /** The workflow that an encrypted payload says it belongs to; empty for none. */
  public static String workflowOf(Payload encrypted) {
    String workflow = text(encrypted, WORKFLOW);
    if (workflow == null) {
      throw malformed();
    }
    return workflow;
  }

  /** The id of the key that a payload is encrypted with; empty for one that is not. */
  public static String keyOf(Payload payload) {
    String key = text(payload, KEY);
    return key == null ? "" : key;
  }

  /**
   * @param workflowId the workflow it belongs to, empty for none
   */
  public Payload encrypt(Payload plain, String workflowId) {
    DataKey key = keys.writing();
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, workflowId);
      ByteString data =
          ByteString.copyFrom(new byte[] {VERSION})
              .concat(ByteString.copyFrom(nonce))
              .concat(ByteString.copyFrom(cipher.doFinal(plain.toByteArray())));
      return Payload.newBuilder()
          .putMetadata(ENCODING, ByteString.copyFromUtf8(ENCRYPTED))
          .putMetadata(KEY, ByteString.copyFromUtf8(key.id()))
          .putMetadata(WORKFLOW, ByteString.copyFromUtf8(workflowId))
          .setData(data)
          .build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES/GCM", e);
    }
  }

  /**
   * Opens a payload for whom it says it belongs to. Whoever has a workflow of its own compares
   * {@link #workflowOf} with it.
   *
   * @throws MissingKey when it was written with a key that is not here
   * @throws UnreadablePayload when it is not what was written
   */
  public Payload decrypt(Payload encrypted) {
    String workflowId = workflowOf(encrypted);
    DataKey key = key(encrypted);
    byte[] data = encrypted.getData().toByteArray();
    if (data.length < 1 + NONCE_BYTES + TAG_BITS / 8 || data[0] != VERSION) {
      throw malformed();
    }
    byte[] nonce = encrypted.getData().substring(1, 1 + NONCE_BYTES).toByteArray();
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, workflowId);
      return Payload.parseFrom(
          cipher.doFinal(data, 1 + NONCE_BYTES, data.length - 1 - NONCE_BYTES));
    } catch (AEADBadTagException e) {
      throw new UnreadablePayload(
          Reason.NOT_AUTHENTIC,
          "A payload of %s does not pass its check and is refused: it was changed after it was written, or written in another namespace than %s."
              .formatted(words(workflowId), namespace));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES/GCM", e);
    } catch (InvalidProtocolBufferException e) {
      throw malformed();
    }
  }

  private DataKey key(Payload encrypted) {
    String id = text(encrypted, KEY);
    if (id == null || !DataKey.isId(id)) {
      throw malformed();
    }
    return keys.find(id)
        .orElseThrow(() ->
            new MissingKey(
                "A payload is encrypted with the key %s, and this process has only %s: give it that key too."
                    .formatted(id, String.join(", ", keys.ids()))));
  }

  private Cipher cipher(int mode, DataKey key, byte[] nonce, String workflowId)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key.secret(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(AssociatedData.of(VERSION, namespace, key.id(), workflowId));
    return cipher;
  }

  static String words(String workflowId) {
    return workflowId.isEmpty() ? "no workflow" : "workflow " + workflowId;
  }

  private static @Nullable String text(Payload payload, String name) {
    ByteString value = payload.getMetadataMap().get(name);
    return value == null || !value.isValidUtf8() ? null : value.toStringUtf8();
  }

  private static UnreadablePayload malformed() {
    return new UnreadablePayload(
        Reason.MALFORMED,
        "A payload says it is encrypted and has not the form that this version writes: it is refused.");
  }
}
