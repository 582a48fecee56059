package io.gatehouse.worker.house;

import io.gatehouse.evidence.Event;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.store.ledger.Appended;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes events about one opening into the ledger. Joins the caller's transaction. */
public final class Chronicle {
  private final House house;

  public Chronicle(House house) {
    this.house = house;
  }

  /**
   * What is to be written about one opening.
   *
   * @param key what makes the event unique within the opening
   * @param fields what anybody may read
   * @param personal what only a commitment may stand for
   */
  public record Note(
      LifecycleRef ref,
      String kind,
      String key,
      Instant at,
      Map<String, Object> fields,
      Map<String, String> personal) {}

  /**
   * Writes one event; see {@link Note}.
   *
   * @return false when the event was there already
   */
  public boolean append(
      LifecycleRef ref,
      String kind,
      String key,
      Instant at,
      Map<String, Object> fields,
      Map<String, String> personal) {
    return !append(List.of(new Note(ref, kind, key, at, fields, personal))).isEmpty();
  }

  /**
   * Writes many.
   *
   * @return the ledger's keys of those that were not there before
   */
  public Set<String> append(List<Note> notes) {
    Map<String, String> subjects =
        house
            .store()
            .ledger()
            .subjectsOf(notes.stream().map(note -> note.ref().guestId()).toList());
    return house
        .store()
        .ledger()
        .append(notes.stream().map(note -> appended(note, subjects)).toList());
  }

  private static Appended appended(Note note, Map<String, String> subjects) {
    String opening = note.ref().openingId();
    return new Appended(
        new Event(
            note.kind(),
            opening + "/" + note.key(),
            note.at(),
            subjects.get(note.ref().guestId()),
            note.fields(),
            note.personal()),
        UUID.fromString(opening));
  }

  /** An event about the tenant as a whole. */
  public boolean append(String kind, String key, Instant at, Map<String, Object> fields) {
    return house.store().ledger().append(new Event(kind, key, at, null, fields, Map.of()), null);
  }

  public static String text(@Nullable Object value) {
    return value == null ? "none" : value.toString();
  }
}
