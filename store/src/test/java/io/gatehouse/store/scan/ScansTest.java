package io.gatehouse.store.scan;

import static io.gatehouse.store.Rows.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScansTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();

  private Store store = DATABASE.store("unset");

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void a_tenant_of_its_own() {
    store = DATABASE.store(UUID.randomUUID().toString());
  }

  private UUID scan(Instant at) {
    var id = UUID.randomUUID();
    store.scans().begin(id, at, "ENFORCE", 1);
    return id;
  }

  private UUID judged(Instant at, String judgement) {
    var id = scan(at);
    store
        .scans()
        .judged(
            id,
            new ScanJudgement(
                judgement, List.of("one", "two"), 2, 1, 20, 15, 5, 3, 1, 6, 7, 4, "abc"));
    return id;
  }

  @Test
  void a_scan_remembers_what_it_read_how_it_was_judged_and_what_it_opened() {
    var id = judged(NOON, "FIT");
    store.scans().finish(id, 4, NOON.plusSeconds(90));

    assertThat(store.scans().find(id))
        .contains(
            new ScanRow(
                id,
                NOON,
                NOON.plusSeconds(90),
                "ENFORCE",
                1,
                2,
                1,
                20,
                15,
                5,
                3,
                1,
                6,
                7,
                4,
                4,
                "FIT",
                "one\ntwo",
                "abc"));
  }

  @Test
  void beginning_the_same_scan_again_keeps_the_first_beginning() {
    var id = scan(NOON);

    store.scans().begin(id, NOON.plusSeconds(60), "OBSERVE", 2);

    assertThat(store.scans().find(id))
        .hasValueSatisfying(scan -> assertThat(scan.startedAt()).isEqualTo(NOON));
  }

  @Test
  void a_page_read_again_replaces_its_first_reading() {
    var id = scan(NOON);
    var next = "https://graph.example.com/next";
    store.scans().recordPage(new PageRow(id, "GUESTS", 1, 10, next, "aa", "r1", NOON));
    store.scans().recordPage(new PageRow(id, "GUESTS", 2, 5, null, "bb", "r2", NOON));
    var again = new PageRow(id, "GUESTS", 1, 11, next, "cc", "r3", NOON.plusSeconds(5));

    store.scans().recordPage(again);

    assertThat(store.scans().page(id, "GUESTS", 1)).contains(again);
    assertThat(store.scans().page(id, "GUESTS", 3)).isEmpty();
    assertThat(store.scans().pages(id, "GUESTS"))
        .extracting(PageRow::sha256)
        .containsExactly("cc", "bb");
  }

  @Test
  void a_scan_is_compared_with_earlier_ones_that_were_not_unfit_newest_first() {
    var early = judged(NOON, "TOO_EARLY");
    judged(NOON.plusSeconds(10), "UNFIT");
    var fit = judged(NOON.plusSeconds(20), "FIT");
    var newer = judged(NOON.plusSeconds(30), "FIT");
    var running = scan(NOON.plusSeconds(40));

    assertThat(store.scans().fitBefore(NOON.plusSeconds(30), 5))
        .extracting(ScanRow::scanId)
        .containsExactly(fit, early);
    assertThat(store.scans().fitBefore(NOON.plusSeconds(99), 1))
        .extracting(ScanRow::scanId)
        .containsExactly(newer);
    assertThat(store.scans().newest(2)).extracting(ScanRow::scanId).containsExactly(running, newer);
  }

  @Test
  void an_accepted_scan_is_the_oldest_that_later_ones_are_held_to() {
    judged(NOON, "FIT");
    var grown = judged(NOON.plusSeconds(60), "UNFIT");

    assertThat(store.scans().accept(grown, NOON.plusSeconds(70), "ann")).isTrue();

    var next = judged(NOON.plusSeconds(120), "FIT");
    assertThat(store.scans().fitBefore(NOON.plusSeconds(180), 5))
        .extracting(ScanRow::scanId)
        .containsExactly(next, grown);
  }

  @Test
  void only_a_complete_unfit_scan_can_be_accepted_and_only_once() {
    var fit = judged(NOON, "FIT");
    var unfit = judged(NOON.plusSeconds(60), "UNFIT");

    assertThat(store.scans().accept(fit, NOON, "ann")).isFalse();
    assertThat(store.scans().accept(scan(NOON), NOON, "ann")).isFalse();
    assertThat(store.scans().accept(unfit, NOON, "ann")).isTrue();
    assertThat(store.scans().accept(unfit, NOON, "bob")).isFalse();
  }

  @Test
  void the_pages_of_guests_and_of_sponsors_are_counted_apart() {
    var id = scan(NOON);
    var guests = new PageRow(id, "GUESTS", 1, 10, null, "aa", "r1", NOON);
    var sponsors = new PageRow(id, "SPONSORS", 1, 10, null, "bb", "r2", NOON);
    store.scans().recordPage(guests);
    store.scans().recordPage(sponsors);

    assertThat(store.scans().page(id, "GUESTS", 1)).contains(guests);
    assertThat(store.scans().page(id, "SPONSORS", 1)).contains(sponsors);
    assertThat(store.scans().pages(id, "SPONSORS")).containsExactly(sponsors);
  }

  @Test
  void a_manifest_is_kept_beside_its_scan() {
    var id = scan(NOON);
    assertThat(store.scans().manifest(id)).isEmpty();

    store.scans().recordManifest(id, "{\"guests\":2}");

    assertThat(store.scans().manifest(id)).contains("{\"guests\":2}");
    assertThat(DATABASE.store("another").scans().manifest(id)).isEmpty();
  }

  @Test
  void scans_are_listed_newest_first_in_pages() {
    var ids = IntStream.range(0, 5).mapToObj(i -> scan(NOON.plusSeconds(i))).toList();

    var first = store.scans().newest(2);
    var second = store.scans().olderThan(first.getLast().startedAt(), 2);
    var last = store.scans().olderThan(second.getLast().startedAt(), 2);

    assertThat(first).extracting(ScanRow::scanId).containsExactly(ids.get(4), ids.get(3));
    assertThat(second).extracting(ScanRow::scanId).containsExactly(ids.get(2), ids.get(1));
    assertThat(last).extracting(ScanRow::scanId).containsExactly(ids.get(0));
  }
}
