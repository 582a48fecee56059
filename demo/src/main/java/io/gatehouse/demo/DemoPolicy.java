package io.gatehouse.demo;

import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.sandbox.tenant.Tenant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;

/** The demo's policy file, with the ids and days of this tenant filled in. */
public final class DemoPolicy {
  private DemoPolicy() {}

  /** The file as it is during a phase. */
  public static String yaml(Phase phase, Tenant tenant) {
    String litigation =
        phase.litigation()
            ? exclusion(
                tenant,
                NamedGuest.PLAINLY_STALE,
                Employee.HENRY,
                "evidence in a dispute",
                Phase.LITIGATION_OVER.firstDay())
            : "";
    return template()
            .replace("MODE", phase.mode().name().toLowerCase(Locale.ROOT))
            .replace("STEWARD", tenant.idOf(Employee.GRACE))
            .replace("FOREIGN_GROUP", foreignGroup(tenant))
        + exclusion(
            tenant,
            NamedGuest.EXCLUDED,
            Employee.HENRY,
            "litigation hold until the case is closed",
            300)
        + exclusion(
            tenant,
            NamedGuest.EXCLUSION_ATTESTED,
            Employee.ANNA,
            "on parental leave until spring",
            45)
        + exclusion(
            tenant, NamedGuest.EXCLUSION_LAPSES, Employee.CHIARA, "account of a closed project", 45)
        + litigation;
  }

  private static String exclusion(
      Tenant tenant, NamedGuest guest, Employee owner, String reason, int lastDay) {
    LocalDate until = LocalDate.ofInstant(tenant.start(), ZoneOffset.UTC).plusDays(lastDay);
    return """
      - guest: %s
        owner: %s
        reason: %s
        until: %s
    """
        .formatted(tenant.idOf(guest), tenant.idOf(owner), reason, until);
  }

  /** The group that cross-tenant synchronization puts its accounts in. */
  private static String foreignGroup(Tenant tenant) {
    return tenant.membershipsOf(tenant.idOf(NamedGuest.FOREIGN_MANAGED)).stream()
        .filter(membership -> membership.displayName().startsWith("Synchronized"))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static String template() {
    try (InputStream file = DemoPolicy.class.getResourceAsStream("/demo-policy.yaml")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
