package io.gatehouse.temporal;

import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.common.SearchAttributeKey;
import java.time.OffsetDateTime;
import java.util.Map;

/** The attributes that lifecycles can be filtered by in Temporal. Never personal data. */
public final class SearchAttributes {
  public static final SearchAttributeKey<String> STAGE =
      SearchAttributeKey.forKeyword("GatehouseStage");
  public static final SearchAttributeKey<String> TRIGGER =
      SearchAttributeKey.forKeyword("GatehouseTrigger");
  public static final SearchAttributeKey<OffsetDateTime> NEXT =
      SearchAttributeKey.forOffsetDateTime("GatehouseNext");

  /** What has to be registered with a namespace before the first lifecycle starts. */
  public static final Map<String, IndexedValueType> ALL =
      Map.of(
          STAGE.getName(), IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
          TRIGGER.getName(), IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
          NEXT.getName(), IndexedValueType.INDEXED_VALUE_TYPE_DATETIME);

  private SearchAttributes() {}
}
