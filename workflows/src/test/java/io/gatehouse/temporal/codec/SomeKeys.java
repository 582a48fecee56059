package io.gatehouse.temporal.codec;

import io.gatehouse.temporal.Wire;
import io.temporal.common.converter.DataConverter;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Keys and codecs for tests. Test servers call their namespace {@code default}. */
public final class SomeKeys {
  static final String NAMESPACE = "default";
  static final DataKey OLD = DataKey.fresh(LocalDate.of(2026, 1, 1), new SecureRandom());
  static final DataKey NEW = DataKey.fresh(LocalDate.of(2026, 11, 20), new SecureRandom());

  private SomeKeys() {}

  static PayloadCipher cipher(DataKey writing, DataKey... reading) {
    return cipher(NAMESPACE, writing, reading);
  }

  static PayloadCipher cipher(String namespace, DataKey writing, DataKey... reading) {
    var keys = new ArrayList<>(List.of(reading));
    keys.add(writing);
    return new PayloadCipher(namespace, Keyring.of(writing.id(), keys));
  }

  static EncryptingCodec codec(DataKey writing, DataKey... reading) {
    return new EncryptingCodec(
        cipher(writing, reading), new PlaintextWindow(null, Clock.systemUTC()));
  }

  /** What a process with encryption turned on works with. */
  public static DataConverter converter() {
    return Wire.converter(codec(NEW));
  }
}
