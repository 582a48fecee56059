package io.gatehouse.temporal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatehouse.actor.Sender;
import io.gatehouse.guest.Look;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.safety.Judgement;
import io.gatehouse.sponsor.MailOutcome;
import io.gatehouse.temporal.codec.PlaintextCodec;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import io.temporal.payload.codec.PayloadCodec;
import java.util.List;

/**
 * How payloads are written. A sealed value carries a stable {@code kind} and never its Java class
 * name: a renamed class must not break histories that are weeks old.
 */
public final class Wire {
  private static final ObjectMapper MAPPER = mapper();

  private Wire() {}

  /** Plain text, for a house without keys. Stops at encrypted payloads. */
  public static DataConverter converter() {
    return plain(new PlaintextCodec());
  }

  /** The same behind a codec that changes nothing. */
  public static DataConverter plain(PayloadCodec codec) {
    return new CodecDataConverter(json(), List.of(codec), false);
  }

  /** The same format behind a codec that encrypts it, messages of failures included. */
  public static DataConverter converter(PayloadCodec codec) {
    return new CodecDataConverter(json(), List.of(codec), true);
  }

  private static DataConverter json() {
    return DefaultDataConverter.newDefaultInstance()
        .withPayloadConverterOverrides(new JacksonJsonPayloadConverter(MAPPER));
  }

  private static ObjectMapper mapper() {
    return JacksonJsonPayloadConverter.newDefaultObjectMapper()
        // Old and new workers run side by side during an upgrade: the old read what the new added.
        .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
        .addMixIn(EffectOutcome.class, EffectOutcomeKinds.class)
        .addMixIn(MailOutcome.class, MailOutcomeKinds.class)
        .addMixIn(Judgement.class, JudgementKinds.class)
        .addMixIn(Look.class, LookKinds.class)
        .addMixIn(Sender.class, SenderKinds.class);
  }

  /** For plans and policies, which stand as text in the store. */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value.getClass().getSimpleName(), e);
    }
  }

  public static <T> T read(String text, Class<T> type) {
    try {
      return MAPPER.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "the stored %s cannot be read: written by another version?"
              .formatted(type.getSimpleName()),
          e);
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = EffectOutcome.Done.class, name = "done"),
    @JsonSubTypes.Type(value = EffectOutcome.GuardRefused.class, name = "guard-refused"),
    @JsonSubTypes.Type(value = EffectOutcome.WorldChanged.class, name = "world-changed"),
    @JsonSubTypes.Type(value = EffectOutcome.GateClosed.class, name = "gate-closed"),
    @JsonSubTypes.Type(value = EffectOutcome.NotEnforced.class, name = "not-enforced"),
    @JsonSubTypes.Type(value = EffectOutcome.NotTold.class, name = "not-told"),
    @JsonSubTypes.Type(value = EffectOutcome.AnswerPending.class, name = "answer-pending"),
    @JsonSubTypes.Type(value = EffectOutcome.SlotMissed.class, name = "slot-missed"),
    @JsonSubTypes.Type(value = EffectOutcome.Unproved.class, name = "unproved"),
    @JsonSubTypes.Type(value = EffectOutcome.Unclear.class, name = "unclear")
  })
  private interface EffectOutcomeKinds {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = MailOutcome.Delivered.class, name = "delivered"),
    @JsonSubTypes.Type(value = MailOutcome.Undeliverable.class, name = "undeliverable"),
    @JsonSubTypes.Type(value = MailOutcome.NotNeeded.class, name = "not-needed"),
    @JsonSubTypes.Type(value = MailOutcome.Later.class, name = "later")
  })
  private interface MailOutcomeKinds {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Judgement.Fit.class, name = "fit"),
    @JsonSubTypes.Type(value = Judgement.TooEarly.class, name = "too-early"),
    @JsonSubTypes.Type(value = Judgement.Unfit.class, name = "unfit")
  })
  private interface JudgementKinds {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Look.Unchanged.class, name = "unchanged"),
    @JsonSubTypes.Type(value = Look.Changed.class, name = "changed")
  })
  private interface LookKinds {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Sender.Proved.class, name = "proved"),
    @JsonSubTypes.Type(value = Sender.NotProved.class, name = "not-proved")
  })
  private interface SenderKinds {}
}
