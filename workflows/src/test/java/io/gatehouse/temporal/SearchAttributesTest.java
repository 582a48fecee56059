package io.gatehouse.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.enums.v1.IndexedValueType;
import java.util.Collections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchAttributesTest {
  /** Columns of Temporal's visibility store on PostgreSQL, for all of a namespace. */
  @ParameterizedTest
  @CsvSource({"KEYWORD, 10", "DATETIME, 3", "TEXT, 3", "INT, 3", "DOUBLE, 3", "BOOL, 3"})
  void there_are_no_more_of_a_type_than_a_namespace_on_postgresql_has_room_for(
      String type, int room) {
    var wanted = IndexedValueType.valueOf("INDEXED_VALUE_TYPE_" + type);

    assertThat(Collections.frequency(SearchAttributes.ALL.values(), wanted))
        .isLessThanOrEqualTo(room);
  }
}
