package io.gatehouse.sandbox.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.gatehouse.sandbox.MovableClock;
import io.gatehouse.sandbox.tenant.AppRegistration;
import io.gatehouse.sandbox.tenant.Tenant;
import io.gatehouse.sandbox.tenant.TenantSize;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PagesTest {
  private static final Call TEN =
      new Call(
          "http://sandbox",
          "GET",
          List.of("users"),
          Map.of("$top", "10"),
          Map.of(),
          "",
          "mine",
          "mine");

  @Test
  void of_a_million_items_a_page_reads_one_more_than_it_shows() {
    var read = new AtomicInteger();
    Listing<String> million =
        new Listing<>() {
          @Override
          public Stream<String> after(String key) {
            return IntStream.range(0, 1_000_000)
                .mapToObj("%06d"::formatted)
                .peek(_ -> read.incrementAndGet());
          }

          @Override
          public String key(String item) {
            return item;
          }
        };

    var page = new Pages(TEN, 999).page("users", million, _ -> new JsonObject());

    assertThat(page.getAsJsonArray("value")).hasSize(10);
    assertThat(page.has("@odata.nextLink")).isTrue();
    assertThat(read).hasValue(11);
  }

  @Test
  void the_last_page_is_full_and_has_no_nextLink() {
    var ten = IntStream.range(0, 10).mapToObj(Integer::toString).toList();

    var page =
        new Pages(TEN, 999).page("users", Listing.of(ten, item -> item), _ -> new JsonObject());

    assertThat(page.getAsJsonArray("value")).hasSize(10);
    assertThat(page.has("@odata.nextLink")).isFalse();
  }

  @Test
  void a_million_guests_are_counted_and_paged_without_walking_them() throws Exception {
    var clock = new MovableClock();
    var tenant = new Tenant(7, clock, new TenantSize(1_000_000, 40));
    try (var server = new GraphServer(tenant, clock, 0);
        var observer = new GraphCaller(server, AppRegistration.OBSERVER)) {
      var first =
          observer
              .with("ConsistencyLevel", "eventual")
              .get("/users", "$filter", "userType eq 'Guest'", "$top", "999", "$count", "true")
              .json();

      assertThat(first.get("@odata.count").getAsLong()).isEqualTo(1_000_000);
      assertThat(first.getAsJsonArray("value")).hasSize(999);
      var second = observer.follow(first.get("@odata.nextLink").getAsString());
      assertThat(second.value())
          .hasSize(999)
          .doesNotContainAnyElementsOf(
              first.getAsJsonArray("value").asList().stream()
                  .map(e -> e.getAsJsonObject())
                  .toList());
    }
  }
}
