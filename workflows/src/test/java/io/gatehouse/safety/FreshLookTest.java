package io.gatehouse.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.guest.GuestFacts;
import io.gatehouse.guest.Inactivity;
import io.gatehouse.guest.SignIns;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The look at the moment of the effect. {@code enabled} is true, false, null (the answer does not
 * say) or gone (the directory does not know the id).
 */
class FreshLookTest {
  private static final Instant LONG_AGO = Instant.parse("2024-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # effect, enabled, in bin, intended, inactivity, guard, expected
          DISABLE, gone,  false, false, stale, ,             GONE
          DISABLE, gone,  true,  true,  stale, ,             GONE
          DISABLE, true,  false, false, stale, ,             act
          DISABLE, true,  false, true,  stale, ,             act
          DISABLE, null,  false, false, stale, ,             unclear
          DISABLE, false, false, false, stale, ,             DISABLED_BY_OTHERS
          DISABLE, false, false, true,  stale, ,             ours
          DISABLE, false, false, true,  active, ROLE_HOLDER, ours
          DISABLE, true,  false, false, active, ,            CAME_BACK
          DISABLE, true,  false, false, never, ,             unclear
          DISABLE, true,  false, false, unknown, ,           unclear
          DISABLE, true,  false, false, stale, ROLE_HOLDER,  ROLE_HOLDER
          DISABLE, true,  false, false, active, EXCLUDED,    EXCLUDED
          SOFT_DELETE, gone,  true,  true,  stale, ,         ours
          SOFT_DELETE, gone,  true,  false, stale, ,         GONE
          SOFT_DELETE, gone,  false, true,  stale, ,         GONE
          SOFT_DELETE, false, false, false, stale, ,         act
          SOFT_DELETE, false, false, true,  stale, ,         act
          SOFT_DELETE, true,  false, false, stale, ,         ENABLED_BY_OTHERS
          SOFT_DELETE, null,  false, false, stale, ,         unclear
          SOFT_DELETE, false, false, false, active, ,        CAME_BACK
          SOFT_DELETE, false, false, false, never, ,         unclear
          SOFT_DELETE, false, false, false, unknown, ,       unclear
          SOFT_DELETE, false, false, false, stale, EXCLUDED, EXCLUDED
          RESTORE, gone,  true,  false, unknown, ,           act
          RESTORE, gone,  true,  true,  active, ROLE_HOLDER, act
          RESTORE, gone,  false, false, stale, ,             GONE
          RESTORE, false, false, true,  stale, ,             ours
          RESTORE, false, false, false, stale, ,             RESTORED_BY_OTHERS
          ENABLE,  false, false, false, active, ROLE_HOLDER, act
          ENABLE,  null,  false, false, unknown, ,           act
          ENABLE,  true,  false, true,  stale, ,             ours
          ENABLE,  true,  false, false, stale, ,             ENABLED_BY_OTHERS
          ENABLE,  gone,  true,  true,  stale, ,             GONE
          """)
  void decides(
      Effect effect,
      String enabled,
      boolean inBin,
      boolean intended,
      String inactivity,
      @Nullable Guard guard,
      String expected) {
    var sight =
        new FreshLook.Sight(
            guest(enabled), inBin, inactivity(inactivity), Optional.ofNullable(guard), intended);

    assertThat(word(FreshLook.decide(effect, sight))).isEqualTo(expected);
  }

  private static Optional<GuestFacts> guest(String enabled) {
    Boolean value = enabled.equals("null") ? null : Boolean.valueOf(enabled);
    var signIns = new SignIns(LONG_AGO, null, null, SignIns.Doubt.NONE);
    return enabled.equals("gone")
        ? Optional.empty()
        : Optional.of(new GuestFacts("g", "Guest", value, LONG_AGO, false, false, signIns));
  }

  private static Inactivity inactivity(String word) {
    return switch (word) {
      case "stale" -> new Inactivity.Stale(LONG_AGO);
      case "active" -> new Inactivity.Active(LONG_AGO);
      case "never" -> new Inactivity.NeverSignedIn(LONG_AGO);
      case "unknown" -> new Inactivity.Unknown("no date");
      default -> throw new IllegalArgumentException(word);
    };
  }

  private static String word(FreshLook look) {
    return switch (look) {
      case FreshLook.Act _ -> "act";
      case FreshLook.AlreadyOurs _ -> "ours";
      case FreshLook.Stop(EffectOutcome.WorldChanged(Change change)) -> change.name();
      case FreshLook.Stop(EffectOutcome.GuardRefused(Guard guard)) -> guard.name();
      case FreshLook.Stop(EffectOutcome.Unclear _) -> "unclear";
      case FreshLook.Stop(EffectOutcome other) -> other.toString();
    };
  }
}
