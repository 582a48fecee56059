package io.gatehouse.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may do what: the table, cell by cell. */
class AppRoleTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # action              , sponsor, operator, approver, auditor
          DECIDE                , true   , true    , true    , false
          HOLD                  , false  , true    , true    , false
          RELEASE               , false  , true    , true    , false
          EXTEND                , false  , true    , true    , false
          REASSIGN              , false  , true    , true    , false
          RETRY                 , false  , true    , true    , false
          RESTORE               , false  , true    , true    , false
          CLOSE_GATE            , false  , true    , true    , false
          ASK_TO_OPEN_GATE      , false  , true    , true    , false
          APPROVE_OPENING_GATE  , false  , false   , true    , false
          ACCEPT_SCAN           , false  , true    , true    , false
          APPLY_POLICY          , false  , true    , true    , false
          ACCEPT_KEY            , false  , false   , true    , false
          REVOKE_KEY            , false  , false   , true    , false
          """)
  void who_may_do_what(
      Action action, boolean sponsor, boolean operator, boolean approver, boolean auditor) {
    assertThat(AppRole.SPONSOR.may(action)).isEqualTo(sponsor);
    assertThat(AppRole.OPERATOR.may(action)).isEqualTo(operator);
    assertThat(AppRole.APPROVER.may(action)).isEqualTo(approver);
    assertThat(AppRole.AUDITOR.may(action)).isEqualTo(auditor);
  }

  @ParameterizedTest
  @EnumSource
  void an_approver_may_what_an_operator_may(Action action) {
    assertThat(AppRole.APPROVER.may(action) || !AppRole.OPERATOR.may(action)).isTrue();
  }

  @Test
  void only_the_brakes_need_no_proof() {
    Set<Action> brakes =
        Arrays.stream(Action.values()).filter(Action::needsNoProof).collect(Collectors.toSet());

    assertThat(brakes).isEqualTo(EnumSet.of(Action.HOLD, Action.CLOSE_GATE));
  }
}
