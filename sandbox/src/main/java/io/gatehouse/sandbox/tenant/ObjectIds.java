package io.gatehouse.sandbox.tenant;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/** Object ids that depend on the seed and a name only, so that a run can be repeated. */
record ObjectIds(long seed) {
  String of(String name) {
    return UUID.nameUUIDFromBytes(("gatehouse/" + seed + "/" + name).getBytes(UTF_8)).toString();
  }

  String of(NamedGuest guest) {
    return of("guest/" + guest);
  }

  String of(Employee employee) {
    return of("employee/" + employee);
  }
}
