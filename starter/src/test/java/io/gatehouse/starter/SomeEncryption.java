package io.gatehouse.starter;

import io.gatehouse.config.EncryptionSettings;
import io.gatehouse.config.TemporalSettings;
import io.gatehouse.keys.Encryption;
import io.gatehouse.keys.NewKey;
import java.time.Clock;

/** Encryption with fresh keys, as settings give it. */
public final class SomeEncryption {
  private SomeEncryption() {}

  public static Encryption fresh() {
    return of("default", NewKey.plain(Clock.systemUTC()));
  }

  public static Encryption of(String namespace, NewKey key) {
    var keys = new EncryptionSettings(key.id(), key.id() + "=" + key.value(), null, null, null);
    return Encryption.of(
        new TemporalSettings("127.0.0.1:7233", namespace, keys), Clock.systemUTC());
  }
}
