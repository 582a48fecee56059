package io.gatehouse.store.ledger;

import io.gatehouse.evidence.Disclosure;
import org.jspecify.annotations.Nullable;

/**
 * What opens one commitment of an entry, until it is erased.
 *
 * @param subject the random reference of the person the entry is about
 * @param salt 32 bytes as hex
 */
public record DisclosureRow(
    String entryKey, String field, @Nullable String subject, String salt, String value) {

  public Disclosure disclosure() {
    return new Disclosure(field, salt, value);
  }

  /** Never shows the value: a record's own text would carry it into logs. */
  @Override
  public String toString() {
    return "DisclosureRow[%s %s]".formatted(entryKey, field);
  }
}
