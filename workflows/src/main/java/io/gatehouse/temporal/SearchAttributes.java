package io.gatehouse.temporal;

import io.gatehouse.guest.Opening;
import io.gatehouse.guest.Stage;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.common.SearchAttributeKey;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/** The attributes that lifecycles can be filtered by in Temporal. Never personal data. */
public final class SearchAttributes {
  public static final SearchAttributeKey<String> STAGE =
      SearchAttributeKey.forKeyword("GatehouseStage");
  public static final SearchAttributeKey<String> TRIGGER =
      SearchAttributeKey.forKeyword("GatehouseTrigger");
  public static final SearchAttributeKey<OffsetDateTime> NEXT =
      SearchAttributeKey.forOffsetDateTime("GatehouseNext");

  public static final SearchAttributeKey<OffsetDateTime> HELD_UNTIL =
      SearchAttributeKey.forOffsetDateTime("GatehouseHeldUntil");

  /** How the lifecycle closed, or will close if nothing changes. */
  public static final SearchAttributeKey<String> OUTCOME =
      SearchAttributeKey.forKeyword("GatehouseOutcome");

  /** What has to be registered with a namespace before the first lifecycle starts. */
  public static final Map<String, IndexedValueType> ALL =
      Map.of(
          STAGE.getName(), IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
          TRIGGER.getName(), IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
          OUTCOME.getName(), IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
          NEXT.getName(), IndexedValueType.INDEXED_VALUE_TYPE_DATETIME,
          HELD_UNTIL.getName(), IndexedValueType.INDEXED_VALUE_TYPE_DATETIME);

  private SearchAttributes() {}

  /** What a lifecycle starts with: attributes at the start are not billed, upserts are. */
  public static io.temporal.common.SearchAttributes atStart(Opening opening, Instant now) {
    return io.temporal.common.SearchAttributes.newBuilder()
        .set(STAGE, Stage.ASKED.name())
        .set(TRIGGER, opening.trigger().name())
        // The day expected: as a rule the question is delivered within minutes.
        .set(NEXT, now.plus(opening.plan().answerWithin()).atOffset(ZoneOffset.UTC))
        .build();
  }
}
