package io.gatehouse.store.ledger;

import static io.gatehouse.store.Rows.NOON;
import static io.gatehouse.store.Rows.guest;
import static io.gatehouse.store.Rows.lifecycle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.evidence.Event;
import io.gatehouse.evidence.SealedEvent;
import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import io.gatehouse.store.guest.GuestFilter;
import io.gatehouse.store.lifecycle.LifecycleFilter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final UUID OPENING = UUID.randomUUID();

  private String tenant = "unset";
  private Store store = DATABASE.store("unset");

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @BeforeEach
  void a_tenant_of_its_own() {
    tenant = UUID.randomUUID().toString();
    store = DATABASE.store(tenant);
  }

  private static Event event(String key) {
    return event(key, null);
  }

  private static Event event(String key, @Nullable String subject) {
    return new Event(
        "guest.disabled",
        key,
        NOON,
        subject,
        Map.of("attempt", 1),
        Map.of("guest", "ann@example.com"));
  }

  @Test
  void an_entry_keeps_the_bytes_that_were_hashed_and_no_personal_value() {
    assertThat(store.ledger().append(event("k"), OPENING)).isTrue();

    var entry = store.ledger().find("k").orElseThrow();
    assertThat(entry.kind()).isEqualTo("guest.disabled");
    assertThat(entry.openingId()).isEqualTo(OPENING);
    assertThat(entry.recordedAt()).isEqualTo(NOON);
    assertThat(entry.body()).doesNotContain("ann@example.com");
    assertThat(entry.leafHash())
        .isEqualTo(SealedEvent.leafHash(entry.body().getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void what_opens_a_commitment_is_kept_apart() {
    store.ledger().append(event("k"), OPENING);

    var body = store.ledger().find("k").orElseThrow().body();
    var disclosure = store.ledger().disclosures("k").getFirst();
    assertThat(disclosure.value()).isEqualTo("ann@example.com");
    var commitment = body.replaceFirst(".*\"commitment\":\"([0-9a-f]{64})\".*", "$1");
    assertThat(disclosure.disclosure().opens(commitment)).isTrue();
  }

  @Test
  void the_same_key_again_is_the_same_entry_and_leaves_no_trace() {
    store.ledger().append(event("k"), OPENING);
    var first = store.ledger().find("k").orElseThrow();
    var opensIt = store.ledger().disclosures("k");

    assertThat(store.ledger().append(event("k"), null)).isFalse();

    assertThat(store.ledger().find("k")).contains(first);
    assertThat(store.ledger().disclosures("k")).isEqualTo(opensIt);
  }

  @Test
  void the_same_key_in_two_tenants_is_two_entries() {
    store.ledger().append(event("k"), null);

    assertThat(DATABASE.store(UUID.randomUUID().toString()).ledger().append(event("k"), null))
        .isTrue();
  }

  @Test
  void an_entry_of_a_transaction_that_fails_never_was() {
    assertThatThrownBy(() ->
            store.inTransaction(() -> {
              store.ledger().append(event("k"), OPENING);
              throw new IllegalStateException("the read model failed");
            }))
        .hasMessage("the read model failed");

    assertThat(store.ledger().find("k")).isEmpty();
    assertThat(store.ledger().disclosures("k")).isEmpty();
  }

  @Test
  void entries_of_one_opening_come_in_the_order_they_were_appended() {
    var opening = UUID.randomUUID();
    for (var key : new String[] {"c", "a", "b"}) {
      store.ledger().append(event(key), opening);
    }
    store.ledger().append(event("other"), UUID.randomUUID());

    assertThat(store.ledger().of(opening))
        .extracting(EntryRow::entryKey)
        .containsExactly("c", "a", "b");
  }

  @Test
  void many_are_appended_in_their_order_and_those_that_were_there_leave_no_trace() {
    var opening = UUID.randomUUID();
    store.ledger().append(event("b"), OPENING);
    var opensIt = store.ledger().disclosures("b");

    var added =
        store
            .ledger()
            .append(
                Stream.of("c", "b", "a").map(key -> new Appended(event(key), opening)).toList());

    assertThat(added).containsExactlyInAnyOrder("c", "a");
    assertThat(store.ledger().of(opening)).extracting(EntryRow::entryKey).containsExactly("c", "a");
    assertThat(store.ledger().disclosures("a")).hasSize(1);
    assertThat(store.ledger().disclosures("b")).isEqualTo(opensIt);
  }

  @Test
  void many_guests_get_their_references_at_once_and_keep_those_they_have() {
    var ann = store.ledger().subjectOf("ann");

    var subjects = store.ledger().subjectsOf(List.of("bob", "ann", "bob"));

    assertThat(subjects).hasSize(2).containsEntry("ann", ann);
    assertThat(store.ledger().subjectOf("bob")).isEqualTo(subjects.get("bob"));
  }

  @Test
  void of_many_who_append_one_key_at_once_exactly_one_is_first() throws Exception {
    int writers = 8;
    var together = new CyclicBarrier(writers);
    try (var threads = Executors.newFixedThreadPool(writers)) {
      var results =
          IntStream.range(0, writers)
              .mapToObj(_ ->
                  threads.submit(() -> {
                    together.await();
                    return store.ledger().append(event("k"), OPENING);
                  }))
              .toList();
      int first = 0;
      for (var result : results) {
        first += result.get() ? 1 : 0;
      }
      assertThat(first).isEqualTo(1);
      assertThat(store.ledger().disclosures("k")).hasSize(1);
    }
  }

  @Test
  void a_guest_has_one_random_reference_per_tenant() {
    var subject = store.ledger().subjectOf("ann");

    assertThat(store.ledger().subjectOf("ann")).isEqualTo(subject);
    assertThat(store.ledger().subjectOf("bob")).isNotEqualTo(subject);
    assertThat(DATABASE.store("another").ledger().subjectOf("ann")).isNotEqualTo(subject);
  }

  @Test
  void erasing_a_guest_deletes_the_values_keeps_the_entries_and_is_an_entry_itself() {
    var ann = store.ledger().subjectOf("ann");
    var bob = store.ledger().subjectOf("bob");
    store.ledger().append(event("of-ann", ann), OPENING);
    store.ledger().append(event("of-bob", bob), OPENING);
    var before = store.ledger().find("of-ann");

    assertThat(store.erasure().eraseSubject("ann", NOON, "GDPR 17(1)(b)", "olga")).isEqualTo(1);

    assertThat(store.ledger().disclosures("of-ann")).isEmpty();
    assertThat(store.ledger().disclosures("of-bob")).hasSize(1);
    assertThat(store.ledger().find("of-ann")).isEqualTo(before);
    assertThat(store.ledger().find("erased/" + ann))
        .hasValueSatisfying(
            entry -> assertThat(entry.body()).contains("GDPR 17(1)(b)").doesNotContain("olga"));
    assertThat(store.ledger().subjectOf("ann")).isNotEqualTo(ann);
  }

  @Test
  void erasing_a_guest_the_ledger_does_not_know_does_nothing() {
    assertThat(store.erasure().eraseSubject("nobody", NOON, "asked for", "olga")).isZero();
    assertThat(store.ledger().subject("nobody")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update evidence.entry set body = '{}'",
        "delete from evidence.entry",
        "truncate evidence.entry",
        "update evidence.disclosure set value = 'x'",
        "drop table evidence.entry",
        "alter table evidence.entry disable trigger all",
        "delete from gatehouse.answer",
        "create table evidence.mine (a int)"
      })
  void the_program_has_no_right_to(String statement) {
    assertThatThrownBy(() -> DATABASE.app().jdbc().sql(statement).update())
        .rootCause()
        .hasMessageFindingMatch("permission denied|must be owner");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update evidence.entry set body = '{}'",
        "update evidence.entry set body = '{}' where false",
        "delete from evidence.entry",
        "truncate evidence.entry",
        "truncate evidence.entry cascade"
      })
  void even_the_owner_is_told_that_the_ledger_is_append_only_at(String statement) {
    try (var owner = DATABASE.as(TestDatabase.OWNER)) {
      assertThatThrownBy(() -> owner.jdbc().sql(statement).update())
          .rootCause()
          .hasMessageContaining("the ledger is append-only")
          .hasMessageContaining("a correction is a new entry");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select * from evidence.disclosure",
        "select * from evidence.subject",
        "select * from gatehouse.link",
        "insert into gatehouse.safety (tenant) values ('t')",
        "update gatehouse.guest set standing = 'KEPT'",
        "delete from gatehouse.mail"
      })
  void the_pages_have_no_right_to(String statement) {
    try (var reader = DATABASE.as(TestDatabase.READER)) {
      assertThatThrownBy(() -> reader.jdbc().sql(statement).query().listOfRows())
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void the_pages_read_what_they_show() {
    store.ledger().append(event("k"), OPENING);
    store.guests().upsert(List.of(guest("ann", UUID.randomUUID(), "ACTIVE", "ACTIVE")));
    var opening = store.lifecycles().open(lifecycle("ann")).openingId();
    try (var reader = DATABASE.as(TestDatabase.READER)) {
      var pages = new Store(reader, tenant);

      assertThat(pages.guestList().list(GuestFilter.all(5))).hasSize(1);
      assertThat(pages.lifecycleList().list(LifecycleFilter.all(5))).hasSize(1);
      assertThat(pages.ledger().find("k")).isPresent();
      assertThat(pages.safety().current().gateIsOpen()).isTrue();
      assertThat(pages.policies().newest()).isEmpty();
      assertThat(pages.scans().newest(5)).isEmpty();
      assertThat(pages.people().find("bob")).isEmpty();
      assertThat(pages.questions().of(opening)).isEmpty();
      assertThat(pages.answers().of(opening)).isEmpty();
      assertThat(pages.mails().of(opening)).isEmpty();
      assertThat(pages.reservations().find(opening, "DISABLE", 1)).isEmpty();
    }
  }
}
