package io.gatehouse.temporal.codec;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The keys of one process: one to write with, all of them to read with. */
public final class Keyring {
  private final DataKey writing;
  private final Map<String, DataKey> reading;

  private Keyring(DataKey writing, Map<String, DataKey> reading) {
    this.writing = writing;
    this.reading = reading;
  }

  /**
   * @param writing id of the key to write with
   * @param keys every key to read with, the writing one among them
   * @throws IllegalArgumentException with a sentence when it is not among them
   */
  public static Keyring of(String writing, Collection<DataKey> keys) {
    var byId = new TreeMap<String, DataKey>();
    keys.forEach(key -> byId.put(key.id(), key));
    DataKey key = byId.get(writing);
    if (key == null) {
      throw new IllegalArgumentException(
          "The key to write with, %s, is not there; there is %s."
              .formatted(writing, byId.isEmpty() ? "no key" : String.join(", ", byId.keySet())));
    }
    return new Keyring(key, byId);
  }

  DataKey writing() {
    return writing;
  }

  Optional<DataKey> find(String id) {
    return Optional.ofNullable(reading.get(id));
  }

  /** Id of the key that this process writes with. */
  public String writingId() {
    return writing.id();
  }

  /** Ids of all keys in order. */
  public List<String> ids() {
    return List.copyOf(reading.keySet());
  }
}
