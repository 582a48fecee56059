package io.gatehouse.keys;

import io.gatehouse.temporal.codec.MissingKey;
import io.gatehouse.temporal.codec.UnreadablePayload;
import io.gatehouse.temporal.codec.UnreadablePayload.Reason;
import io.micrometer.core.instrument.Metrics;
import io.temporal.api.common.v1.Payload;
import io.temporal.payload.codec.PayloadCodec;
import io.temporal.payload.context.SerializationContext;
import java.util.List;
import java.util.Locale;

/** Counts what another codec could not read, each attempt, for whoever watches the process. */
record CountingCodec(PayloadCodec codec) implements PayloadCodec {
  private static final String UNREADABLE = "gatehouse.payloads.unreadable";
  private static final String MISSING_KEY = "missing-key";

  static {
    // All from the start, so that the first one is an increase already.
    Metrics.counter(UNREADABLE, "reason", MISSING_KEY);
    for (Reason reason : Reason.values()) {
      Metrics.counter(UNREADABLE, "reason", word(reason));
    }
  }

  @Override
  public PayloadCodec withContext(SerializationContext context) {
    return new CountingCodec(codec.withContext(context));
  }

  @Override
  public List<Payload> encode(List<Payload> payloads) {
    return codec.encode(payloads);
  }

  @Override
  public List<Payload> decode(List<Payload> payloads) {
    try {
      return codec.decode(payloads);
    } catch (MissingKey e) {
      count(MISSING_KEY);
      throw e;
    } catch (UnreadablePayload e) {
      count(word(e.reason()));
      throw e;
    }
  }

  private static void count(String reason) {
    Metrics.counter(UNREADABLE, "reason", reason).increment();
  }

  private static String word(Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
