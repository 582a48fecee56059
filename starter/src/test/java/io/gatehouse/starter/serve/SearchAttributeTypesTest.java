package io.gatehouse.starter.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.config.StartProblem;
import io.gatehouse.peer.DevServer;
import io.gatehouse.temporal.SearchAttributes;
import io.gatehouse.temporal.Wire;
import io.temporal.client.WorkflowClient;
import org.junit.jupiter.api.Test;

/** A namespace in which somebody gave one of our names another type, on a real server. */
class SearchAttributeTypesTest {
  @Test
  void another_type_is_an_error_with_what_to_do_and_nothing_is_added_beside_it() {
    try (var server = DevServer.start("--search-attribute", "GatehouseStage=Text")) {
      WorkflowClient client = server.client(Wire.converter());

      assertThatThrownBy(() -> SearchAttributeRegistration.ensure(client))
          .isInstanceOf(StartProblem.class)
          .hasMessageContaining("has the search attribute GatehouseStage as ")
          .hasMessageContaining("TEXT")
          .hasMessageContaining("remove it or use another namespace");
      assertThat(SearchAttributeRegistration.problems(client))
          .hasSize(SearchAttributes.ALL.size())
          .filteredOn(problem -> problem.contains(" is missing: "))
          .hasSize(SearchAttributes.ALL.size() - 1);
    }
  }
}
