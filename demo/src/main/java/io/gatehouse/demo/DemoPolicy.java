package io.gatehouse.demo;

import io.gatehouse.policy.Mode;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sandbox.tenant.Tenant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** The demo's policy file, with the ids of this tenant filled in. */
final class DemoPolicy {
  private DemoPolicy() {}

  static String yaml(Mode mode, Tenant tenant) {
    try (InputStream file = DemoPolicy.class.getResourceAsStream("/demo-policy.yaml")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
          .replace("MODE", mode.name().toLowerCase(Locale.ROOT))
          .replace("STEWARD", tenant.idOf(Employee.GRACE))
          .replace("EXCLUDED", tenant.idOf(NamedGuest.EXCLUDED))
          .replace("EXCLUSION_END", "2099-12-31");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
