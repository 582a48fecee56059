package io.gatehouse.evidence;

import java.util.HexFormat;

/**
 * What opens one commitment of an entry: kept apart from the ledger, and erasable.
 *
 * @param field the personal field's name in the event's body
 * @param salt 32 bytes as hex
 * @param value the personal value in clear
 */
public record Disclosure(String field, String salt, String value) {

  /** True when this salt and value are what the commitment promises. */
  public boolean opens(String commitment) {
    return Commitment.verify(commitment, value, HexFormat.of().parseHex(salt));
  }

  /** Never shows the value: a record's own text would carry it into logs. */
  @Override
  public String toString() {
    return "Disclosure[" + field + "]";
  }
}
