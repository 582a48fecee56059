package io.gatehouse.safety;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.guest.Evidence;
import io.gatehouse.guest.GuestFacts;
import io.gatehouse.guest.SomeGuest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The look at the moment of the effect. {@code enabled} is true, false, null (the answer does not
 * say) or gone (the directory does not know the id).
 */
class FreshLookTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # effect, enabled, in bin, intended, evidence, guards, expected
          DISABLE, gone,  false, false, holds, ,             GONE
          DISABLE, gone,  true,  true,  holds, ,             GONE
          DISABLE, true,  false, false, holds, ,             act
          DISABLE, true,  false, true,  holds, ,             act
          DISABLE, null,  false, false, holds, ,             unclear
          DISABLE, false, false, false, holds, ,             DISABLED_BY_OTHERS
          DISABLE, false, false, true,  holds, ,             ours
          DISABLE, false, false, true,  ended, ROLE_HOLDER, ours
          DISABLE, true,  false, false, ended, ,            CAME_BACK
          DISABLE, true,  false, false, unclear, ,             unclear
          DISABLE, true,  false, false, holds, ROLE_HOLDER,  ROLE_HOLDER
          DISABLE, true,  false, false, ended, EXCLUDED,    EXCLUDED
          DISABLE, true,  false, false, holds, unsure,       unclear
          DISABLE, true,  false, false, unclear, ROLE_HOLDER, ROLE_HOLDER
          DISABLE, true,  false, false, ended, unsure,       unclear
          SOFT_DELETE, gone,  true,  true,  holds, ,         ours
          SOFT_DELETE, gone,  true,  false, holds, ,         GONE
          SOFT_DELETE, gone,  false, true,  holds, ,         GONE
          SOFT_DELETE, false, false, false, holds, ,         act
          SOFT_DELETE, false, false, true,  holds, ,         act
          SOFT_DELETE, true,  false, false, holds, ,         ENABLED_BY_OTHERS
          SOFT_DELETE, null,  false, false, holds, ,         unclear
          SOFT_DELETE, false, false, false, ended, ,        CAME_BACK
          SOFT_DELETE, false, false, false, unclear, ,         unclear
          SOFT_DELETE, false, false, false, holds, EXCLUDED, EXCLUDED
          SOFT_DELETE, false, false, false, holds, unsure,   unclear
          RESTORE, gone,  true,  true,  unclear, unsure,     act
          RESTORE, gone,  true,  false, unclear, ,           act
          RESTORE, gone,  true,  true,  ended, ROLE_HOLDER, act
          RESTORE, gone,  false, false, holds, ,             GONE
          RESTORE, false, false, true,  holds, ,             ours
          RESTORE, false, false, false, holds, ,             RESTORED_BY_OTHERS
          ENABLE,  false, false, false, ended, ROLE_HOLDER, act
          ENABLE,  false, false, false, unclear, unsure,     act
          ENABLE,  null,  false, false, unclear, ,           act
          ENABLE,  true,  false, true,  holds, ,             ours
          ENABLE,  true,  false, false, holds, ,             ENABLED_BY_OTHERS
          ENABLE,  gone,  true,  true,  holds, ,             GONE
          """)
  void decides(
      Effect effect,
      String enabled,
      boolean inBin,
      boolean intended,
      String evidence,
      @Nullable String guards,
      String expected) {
    var sight =
        new FreshLook.Sight(guest(enabled), inBin, evidence(evidence), finding(guards), intended);

    assertThat(word(FreshLook.decide(effect, sight))).isEqualTo(expected);
  }

  private static Optional<GuestFacts> guest(String enabled) {
    Boolean value = enabled.equals("null") ? null : Boolean.valueOf(enabled);
    return enabled.equals("gone")
        ? Optional.empty()
        : Optional.of(SomeGuest.someGuest().enabled(value).facts());
  }

  private static Evidence evidence(String word) {
    return switch (word) {
      case "holds" -> new Evidence.Holds();
      case "ended" -> new Evidence.Ended(Change.CAME_BACK);
      case "unclear" -> new Evidence.Unclear("no date");
      default -> throw new IllegalArgumentException(word);
    };
  }

  private static Guards.Finding finding(@Nullable String word) {
    return switch (word) {
      case null -> new Guards.Finding.Clear();
      case "unsure" -> new Guards.Finding.Unclear("the roles could not be read");
      default -> new Guards.Finding.Refused(Guard.valueOf(word));
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
