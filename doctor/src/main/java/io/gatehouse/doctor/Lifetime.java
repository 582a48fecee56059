package io.gatehouse.doctor;

import io.gatehouse.graph.CertificateFile;
import io.gatehouse.graph.Credential;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** How long a certificate still holds, by the wall's clock, which is Entra's. */
final class Lifetime {
  /** Time to make a new one, have it uploaded and rolled out. */
  private static final Duration SOON = Duration.ofDays(30);

  private Lifetime() {}

  /**
   * Nothing where there is no certificate.
   *
   * @throws IllegalArgumentException with one sentence when its file cannot be used
   */
  static List<Finding> findings(Credential credential) {
    return credential instanceof Credential.Certificate certificate
        ? List.of(
            finding(CertificateFile.open(certificate).holdsUntil(), Clock.systemUTC().instant()))
        : List.of();
  }

  static Finding finding(Instant end, Instant now) {
    LocalDate day = LocalDate.ofInstant(end, ZoneOffset.UTC);
    if (!end.isAfter(now)) {
      return Finding.wrong(
          "its certificate ended on %s: upload a new one to the registration and put it in the file's place"
              .formatted(day));
    }
    return end.isBefore(now.plus(SOON))
        ? Finding.note(
            "its certificate ends on %s: upload the next one to the registration now, both hold side by side"
                .formatted(day))
        : Finding.well("its certificate holds until %s".formatted(day));
  }
}
