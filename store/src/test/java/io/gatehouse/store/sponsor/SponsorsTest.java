package io.gatehouse.store.sponsor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SponsorsTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final UUID FIRST = UUID.randomUUID();
  private static final UUID SECOND = UUID.randomUUID();

  private Store store = DATABASE.store("unset");

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void a_tenant_of_its_own() {
    store = DATABASE.store(UUID.randomUUID().toString());
  }

  private static GuestSponsorsRow told(String guestId, String sponsorship, String... sponsors) {
    return new GuestSponsorsRow(guestId, sponsorship, List.of(sponsors));
  }

  @Test
  void what_was_told_is_read_back_in_the_directorys_order() {
    var ann = told("ann", "PRESENT", "zoe", "bob", "group-7");
    var cleo = told("cleo", "MISSING");
    store.sponsors().record(FIRST, List.of(cleo, ann));

    assertThat(store.sponsors().of(List.of("ann", "cleo", "dan"), FIRST))
        .containsOnly(entry("ann", ann), entry("cleo", cleo));
    assertThat(store.sponsors().of(List.of(), FIRST)).isEmpty();
    assertThat(DATABASE.store("another").sponsors().of(List.of("ann"), FIRST)).isEmpty();
  }

  @Test
  void a_scan_believes_only_what_it_was_told_itself() {
    store.sponsors().record(FIRST, List.of(told("ann", "PRESENT", "bob"), told("cleo", "MISSING")));
    store.sponsors().record(SECOND, List.of(told("ann", "MISSING", "bob")));

    assertThat(store.sponsors().of(List.of("ann", "cleo"), SECOND))
        .containsOnlyKeys("ann")
        .containsValue(told("ann", "MISSING", "bob"));
    assertThat(store.sponsors().of(List.of("ann", "cleo"), FIRST)).containsOnlyKeys("cleo");
    assertThat(store.sponsors().tally(FIRST)).isEqualTo(new SponsorTally(1, 1));
    assertThat(store.sponsors().tally(SECOND)).isEqualTo(new SponsorTally(1, 1));
  }

  @Test
  void a_page_read_again_replaces_its_first_reading_and_the_last_entry_of_a_guest_counts() {
    store.sponsors().record(FIRST, List.of(told("ann", "MISSING")));
    store
        .sponsors()
        .record(FIRST, List.of(told("ann", "PRESENT", "bob"), told("ann", "PRESENT", "zoe")));

    assertThat(store.sponsors().of(List.of("ann"), FIRST))
        .containsValue(told("ann", "PRESENT", "zoe"));
    assertThat(store.sponsors().tally(FIRST)).isEqualTo(new SponsorTally(1, 0));
  }

  @Test
  void a_scan_that_was_told_nothing_has_told_nobody() {
    store.sponsors().record(FIRST, List.of());

    assertThat(store.sponsors().tally(FIRST)).isEqualTo(new SponsorTally(0, 0));
  }

  @Test
  void not_told_is_no_answer_that_could_be_kept() {
    assertThatThrownBy(() -> store.sponsors().record(FIRST, List.of(told("ann", "UNTOLD"))))
        .rootCause()
        .hasMessageContaining("guest_sponsors_sponsorship_check");
  }
}
