package io.gatehouse.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.graph.access.Duty;
import io.gatehouse.graph.access.Pass;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConsentTest {
  private static final String TENANT = "a805d06e-be97-391b-b5b2-ae7f7cbebf59";

  private static List<Finding> of(Duty duty, Set<String> roles) {
    return Consent.findings(new Pass.Readable(TENANT, "app-1", roles), duty, TENANT);
  }

  @Test
  void exactly_what_it_is_for_is_well_for_every_registration() {
    for (Duty duty : Duty.values()) {
      assertThat(of(duty, duty.permissions()))
          .containsExactly(Finding.well("may do what it is for, and no more"));
    }
  }

  @Test
  void each_permission_that_is_missing_says_what_does_not_work_without() {
    for (Duty duty : Duty.values()) {
      duty.needs()
          .forEach(need -> {
            var roles = new HashSet<>(duty.permissions());
            roles.remove(need.permission());

            assertThat(of(duty, roles))
                .singleElement()
                .satisfies(finding -> {
                  assertThat(finding.grade()).isNotEqualTo(Finding.Grade.WELL);
                  assertThat(finding.words())
                      .contains("app-1", need.permission(), need.without(), "admin consent");
                });
          });
    }
  }

  @Test
  void only_what_needs_another_licence_may_be_missing() {
    var roles = new HashSet<>(Duty.READER.permissions());
    roles.remove("RoleEligibilitySchedule.Read.Directory");

    assertThat(of(Duty.READER, roles))
        .extracting(Finding::grade)
        .containsExactly(Finding.Grade.NOTE);
  }

  @Test
  void more_than_it_is_for_is_said() {
    var roles = new HashSet<>(Duty.WRITER.permissions());
    roles.add("Directory.ReadWrite.All");

    assertThat(of(Duty.WRITER, roles))
        .containsExactly(
            Finding.note(
                "Application app-1 may do more than it is for: take Directory.ReadWrite.All away."));
  }

  @Test
  void a_token_of_another_tenant_is_wrong() {
    var elsewhere = new Pass.Readable("other", "app-1", Duty.WRITER.permissions());

    assertThat(Consent.findings(elsewhere, Duty.WRITER, TENANT))
        .singleElement()
        .satisfies(finding ->
            assertThat(finding.words()).startsWith("The token is for tenant other, GATEHOUSE_"));
  }
}
