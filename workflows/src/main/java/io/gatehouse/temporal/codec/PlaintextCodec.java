package io.gatehouse.temporal.codec;

import io.temporal.api.common.v1.Payload;
import io.temporal.payload.codec.PayloadCodec;
import java.util.List;

/**
 * For a process without keys. Without it the SDK would drop every encrypted signal as corrupted,
 * when somebody only forgot to give a worker its keys.
 */
public final class PlaintextCodec implements PayloadCodec {
  @Override
  public List<Payload> encode(List<Payload> payloads) {
    return payloads;
  }

  @Override
  public List<Payload> decode(List<Payload> payloads) {
    if (payloads.stream().anyMatch(PayloadCipher::isEncrypted)) {
      throw new MissingKey(
          "A payload is encrypted and this process works without keys: give it the keys that the others have.");
    }
    return payloads;
  }
}
