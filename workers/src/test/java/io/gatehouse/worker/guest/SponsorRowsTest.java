package io.gatehouse.worker.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.gatehouse.graph.read.GuestSponsors;
import io.gatehouse.graph.read.ListedSponsor;
import io.gatehouse.graph.read.SponsorRef.Kind;
import io.gatehouse.store.sponsor.GuestSponsorsRow;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SponsorRowsTest {
  private static final String MAIL = "anna@contoso.example.com";
  private static final ListedSponsor ANNA = user("anna", true, MAIL, "Member", true);
  private static final ListedSponsor DISABLED = user("frank", false, MAIL, "Member", true);
  private static final ListedSponsor NO_MAIL = user("ivan", true, null, "Member", true);
  private static final ListedSponsor GUEST = user("jonas", true, MAIL, "guest", true);

  static Stream<Arguments> sponsors() {
    return Stream.of(
        arguments("MISSING", List.of()),
        arguments("PRESENT", List.of(ANNA)),
        arguments("MISSING", List.of(DISABLED)),
        arguments("MISSING", List.of(NO_MAIL)),
        arguments("MISSING", List.of(GUEST)),
        arguments("MISSING", List.of(DISABLED, NO_MAIL, GUEST)),
        arguments("PRESENT", List.of(DISABLED, NO_MAIL, GUEST, ANNA)),
        arguments("PRESENT", List.of(user("x", null, MAIL, null, true))),
        arguments("PRESENT", List.of(user("hidden", null, null, null, false))),
        arguments("PRESENT", List.of(user("half", false, null, "Guest", false))),
        arguments("PRESENT", List.of(listed("team", Kind.GROUP, null, null, null, true))),
        arguments("PRESENT", List.of(listed("hidden team", Kind.GROUP, null, null, null, false))),
        arguments("PRESENT", List.of(listed("other", Kind.OTHER, null, null, null, false))));
  }

  @ParameterizedTest
  @MethodSource("sponsors")
  void missing_needs_proof_that_none_of_them_answers(String told, List<ListedSponsor> sponsors) {
    GuestSponsorsRow row = SponsorRows.of(new GuestSponsors("guest", sponsors));

    assertThat(row.sponsorship()).isEqualTo(told);
    assertThat(row.guestId()).isEqualTo("guest");
    assertThat(row.sponsorIds())
        .containsExactlyElementsOf(sponsors.stream().map(ListedSponsor::id).toList());
  }

  private static ListedSponsor user(
      String id,
      @Nullable Boolean enabled,
      @Nullable String mail,
      @Nullable String type,
      boolean detailed) {
    return listed(id, Kind.USER, enabled, mail, type, detailed);
  }

  private static ListedSponsor listed(
      String id,
      Kind kind,
      @Nullable Boolean enabled,
      @Nullable String mail,
      @Nullable String type,
      boolean detailed) {
    return new ListedSponsor(id, kind, id + " by name", enabled, mail, type, detailed);
  }
}
