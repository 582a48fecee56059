package io.gatehouse.graph.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.graph.StubGraph;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ListQueryTest {

  @ParameterizedTest
  @EnumSource
  void the_words_name_every_parameter_that_is_sent_and_no_other(ListQuery query)
      throws IOException {
    try (var graph = new StubGraph()) {
      graph.answers(StubGraph.json(200, "{\"value\":[]}"));
      switch (query) {
        case GUESTS -> graph.reader().guests(null, 500);
        case SPONSORS -> graph.reader().sponsors(null, 500);
      }

      var asked = graph.asked().getFirst();
      assertThat(parts(query.words(500)))
          .containsExactlyInAnyOrder(parts(asked.method() + " " + asked.target()));
    }
  }

  private static String[] parts(String query) {
    return Arrays.stream(query.split("[?&]")).sorted().toArray(String[]::new);
  }
}
