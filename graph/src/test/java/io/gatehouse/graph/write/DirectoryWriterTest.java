package io.gatehouse.graph.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.graph.StubGraph;
import io.gatehouse.graph.StubGraph.Asked;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryWriterTest {

  private static final String ID = "11111111-0000-0000-0000-000000000001";

  private StubGraph graph;

  @BeforeEach
  void start() throws IOException {
    graph = new StubGraph();
  }

  @AfterEach
  void stop() {
    graph.close();
  }

  @Test
  void every_disable_carries_its_whole_body() {
    graph.answers(StubGraph.empty(204)).answers(StubGraph.empty(204));

    graph.writer().setAccountEnabled(ID, false);
    graph.writer().setAccountEnabled(ID, false);

    assertThat(graph.asked())
        .hasSize(2)
        .allSatisfy(asked -> {
          assertThat(sent(asked)).isEqualTo("PATCH /v1.0/users/" + ID);
          assertThat(asked.body()).contains("\"accountEnabled\":false");
        });
  }

  @Test
  void delete_and_restore_go_to_one_account_and_return_graphs_request_id() {
    graph
        .answers(StubGraph.empty(204))
        .answers(StubGraph.json(200, "{\"id\":\"%s\"}".formatted(ID)));

    var deleted = graph.writer().delete(ID);
    var restored = graph.writer().restore(ID);

    assertThat(graph.asked())
        .extracting(DirectoryWriterTest::sent)
        .containsExactly(
            "DELETE /v1.0/users/" + ID, "POST /v1.0/directory/deletedItems/" + ID + "/restore");
    assertThat(deleted).isEqualTo(new Receipt("graph-1"));
    assertThat(restored).isEqualTo(new Receipt("graph-1"));
  }

  @Test
  void a_restore_that_took_effect_counts_even_when_its_body_is_cut() {
    graph.answers(StubGraph.cut("{\"id\":\""));

    assertThat(graph.writer().restore(ID)).isEqualTo(new Receipt("graph-1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "ann@example.com", "a/b", "a?b"})
  void an_empty_or_odd_id_never_means_everything(String id) {
    var writer = graph.writer();

    assertThatThrownBy(() -> writer.delete(id)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> writer.restore(id)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> writer.setAccountEnabled(id, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(graph.asked()).isEmpty();
  }

  private static String sent(Asked asked) {
    return asked.method() + " " + asked.target();
  }
}
