package io.gatehouse.keys;

import io.gatehouse.config.VaultSettings;
import io.gatehouse.temporal.codec.DataKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;

/**
 * A key that was just made, in the form it is stored in.
 *
 * @param value base64, or wrapped by a vault
 */
public record NewKey(String id, String value) {

  public static NewKey plain(Clock clock) {
    DataKey key = fresh(clock);
    return new NewKey(key.id(), base64(key.secret().getEncoded()));
  }

  /**
   * A key that the vault wrapped at once: in plain it never leaves this process.
   *
   * @throws io.gatehouse.config.StartProblem when the vault does not wrap it
   */
  public static NewKey wrapped(Clock clock, VaultSettings vault) {
    return wrapped(clock, new Vault(vault));
  }

  static NewKey wrapped(Clock clock, Vault vault) {
    DataKey key = fresh(clock);
    StoredKey.Wrapped wrapped = vault.wrap(key);
    return new NewKey(key.id(), wrapped.version() + ":" + base64(wrapped.bytes()));
  }

  private static DataKey fresh(Clock clock) {
    return DataKey.fresh(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), new SecureRandom());
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Never shows the key: a record's own text would carry it into logs. */
  @Override
  public String toString() {
    return "NewKey[" + id + "]";
  }
}
