package io.gatehouse.store.guest;

import static io.gatehouse.store.Rows.guest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.gatehouse.store.GuestSketch;
import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuestListTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final UUID SCAN = UUID.randomUUID();

  private Store store = DATABASE.store("unset");

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void a_tenant_of_its_own() {
    store = DATABASE.store(UUID.randomUUID().toString());
  }

  private void has(String id, @Nullable String name, String inactivity, String standing) {
    store.guests().upsert(List.of(guest(id, name, SCAN, inactivity, standing, null)));
  }

  private List<String> ids(GuestFilter filter) {
    return store.guestList().list(filter).stream().map(GuestRow::guestId).toList();
  }

  private List<String> search(String text) {
    return ids(new GuestFilter(text, null, null, null, 10));
  }

  @Test
  void the_terms_of_the_population_sum_add_up_to_all_guests_ever_seen() {
    has("a", "A", "ACTIVE", "ACTIVE");
    has("b", "B", "ACTIVE", "ACTIVE");
    has("c", "C", "STALE", "REMOVED");
    has("d", "D", "UNKNOWN", "GONE");

    assertThat(store.guestList().byStanding())
        .containsExactlyInAnyOrderEntriesOf(Map.of("ACTIVE", 2L, "REMOVED", 1L, "GONE", 1L));
  }

  @Test
  void the_exempt_of_a_scan_are_counted_by_reason_the_most_frequent_first() {
    exempt("a", SCAN, "holds a role");
    exempt("b", SCAN, "excluded by the policy");
    exempt("c", SCAN, "excluded by the policy");
    exempt("d", UUID.randomUUID(), "holds a role");
    has("e", "E", "ACTIVE", "ACTIVE");

    assertThat(store.guestList().exemptByReason(SCAN))
        .containsExactly(entry("excluded by the policy", 2L), entry("holds a role", 1L));
  }

  private void exempt(String id, UUID scan, String why) {
    var guest = GuestSketch.of(id, scan).judged("STALE", "EXEMPT").because(why);
    store.guests().upsert(List.of(guest.row()));
  }

  @Test
  void guests_are_listed_by_name_in_pages_that_neither_repeat_nor_skip() {
    has("3", "bob", "ACTIVE", "ACTIVE");
    has("1", "Cleo", "ACTIVE", "ACTIVE");
    has("2", "Bob", "ACTIVE", "ACTIVE");
    has("4", "ann", "ACTIVE", "ACTIVE");
    has("5", null, "ACTIVE", "ACTIVE"); // by its address 5@…

    var seen = new ArrayList<String>();
    String after = null;
    for (var page = ids(GuestFilter.all(2)); !page.isEmpty(); ) {
      seen.addAll(page);
      after = page.getLast();
      page = ids(new GuestFilter(null, null, null, after, 2));
    }

    assertThat(seen).containsExactly("5", "4", "2", "3", "1");
    var streamed = new ArrayList<String>();
    long count =
        store.guestList().stream(GuestFilter.all(4), guest -> streamed.add(guest.guestId()));
    assertThat(streamed).containsExactly("5", "4", "2", "3");
    assertThat(count).isEqualTo(4);
  }

  @Test
  void a_search_finds_parts_of_names_and_addresses_in_any_case() {
    has("1", "Ann Archer", "ACTIVE", "ACTIVE");
    has("2", "Bob", "ACTIVE", "ACTIVE");

    assertThat(search("ARCH")).containsExactly("1");
    assertThat(search("2@PARTNER")).containsExactly("2");
    assertThat(search("partner")).containsExactly("1", "2");
    assertThat(search("nobody")).isEmpty();
  }

  @Test
  void signs_of_a_pattern_are_searched_for_as_they_stand() {
    has("1", "100% sure", "ACTIVE", "ACTIVE");
    has("2", "100 x sure", "ACTIVE", "ACTIVE");
    has("3", "under_score \\ back", "ACTIVE", "ACTIVE");

    assertThat(search("0% s")).containsExactly("1");
    assertThat(search("r_s")).containsExactly("3");
    assertThat(search("\\ b")).containsExactly("3");
  }

  @Test
  void standing_and_inactivity_narrow_the_list() {
    has("1", "A", "STALE", "KEPT");
    has("2", "B", "ACTIVE", "KEPT");
    has("3", "C", "STALE", "ACTIVE");

    assertThat(ids(new GuestFilter(null, "KEPT", null, null, 9))).containsExactly("1", "2");
    assertThat(ids(new GuestFilter(null, "KEPT", "STALE", null, 9))).containsExactly("1");
    assertThat(store.guestList().count(new GuestFilter(null, "KEPT", null, "1", 1))).isEqualTo(2);
    assertThat(store.guestList().count(new GuestFilter("nobody", null, null, null, 9))).isZero();
  }
}
