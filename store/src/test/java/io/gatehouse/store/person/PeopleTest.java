package io.gatehouse.store.person;

import static io.gatehouse.store.Rows.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PeopleTest {

  private static final TestDatabase DATABASE = TestDatabase.fresh();

  private final Store store = DATABASE.store(UUID.randomUUID().toString());

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void the_newest_reading_of_a_person_holds_even_if_an_older_one_arrives_late() {
    var newest = new PersonRow("bob", "Bob B.", "bob@example.com", NOON.plusSeconds(5));
    store.people().upsert(List.of(new PersonRow("bob", "Bob", null, NOON)));
    store.people().upsert(List.of(newest));
    store.people().upsert(List.of(new PersonRow("bob", "Old Bob", null, NOON.plusSeconds(1))));

    assertThat(store.people().find("bob")).contains(newest);
  }

  @Test
  void several_people_are_found_at_once_and_strangers_left_out() {
    store.people().upsert(List.of(new PersonRow("bob", "Bob", null, NOON)));
    store.people().upsert(List.of(new PersonRow("cleo", null, "cleo@example.com", NOON)));

    assertThat(store.people().find(List.of("bob", "cleo", "nobody")))
        .extracting(PersonRow::personId)
        .containsExactlyInAnyOrder("bob", "cleo");
    assertThat(store.people().find(List.of())).isEmpty();
    assertThat(store.people().find("nobody")).isEmpty();
  }
}
