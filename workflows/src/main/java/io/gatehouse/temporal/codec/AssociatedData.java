package io.gatehouse.temporal.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What a ciphertext is bound to, as bytes that no other combination has. */
final class AssociatedData {
  private static final byte[] PURPOSE = "gatehouse/payload".getBytes(StandardCharsets.US_ASCII);

  private AssociatedData() {}

  /**
   * Each text with its length in front: {@code a, bc} and {@code ab, c} must differ.
   *
   * @param workflowId empty when the payload belongs to no workflow
   */
  static byte[] of(byte version, String namespace, String keyId, String workflowId) {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(PURPOSE);
    bytes.write(version);
    for (String each : new String[] {namespace, keyId, workflowId}) {
      byte[] text = each.getBytes(StandardCharsets.UTF_8);
      bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
      bytes.writeBytes(text);
    }
    return bytes.toByteArray();
  }
}
