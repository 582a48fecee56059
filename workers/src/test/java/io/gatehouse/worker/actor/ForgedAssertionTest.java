package io.gatehouse.worker.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.actor.AppRole;
import io.gatehouse.actor.Assertion;
import io.gatehouse.actor.Sender;
import io.gatehouse.actor.SenderCheck;
import io.gatehouse.attestation.Choice;
import io.gatehouse.attestation.Voice;
import io.gatehouse.evidence.ActorClaims;
import io.gatehouse.evidence.SigningKey;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.sandbox.tenant.NamedGuest;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One person cannot be two: what is not signed by an enrolled key for this very message is not. */
class ForgedAssertionTest extends SenderScene {
  /** Each part of an assertion, with what a forger would write there instead. */
  private static final Map<String, Function<Assertion, Object>> FORGERIES =
      Map.of(
          "subject", _ -> "erik",
          "role", _ -> AppRole.APPROVER,
          "action", _ -> "restore",
          "digest", _ -> ActorClaims.digest("hold"),
          "workflowId", _ -> "guest/t/other",
          "openingId", _ -> "opening-0",
          "nonce", _ -> "nonce-2",
          "expiresAt", signed -> signed.expiresAt().plusSeconds(60),
          "keyId", _ -> SigningKey.generate().id(),
          "signature", _ -> "AAAA");

  /** All there are, so that a new one is forged too. */
  static Stream<String> parts() {
    return Arrays.stream(Assertion.class.getRecordComponents()).map(RecordComponent::getName);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("parts")
  void whatever_is_changed_afterwards_proves_nobody(String part) throws Exception {
    Assertion signed = signed(olivia, "olivia", AppRole.OPERATOR, release);
    Object forged = Objects.requireNonNull(FORGERIES.get(part)).apply(signed);

    assertThat(prove(release, changed(signed, part, forged))).isInstanceOf(Sender.NotProved.class);
    assertThat(prove(release, signed)).as("and the real one is not used up").isEqualTo(OLIVIA);
  }

  @Test
  void whatever_is_changed_by_chance_proves_nobody() throws Exception {
    Assertion signed = signed(olivia, "olivia", AppRole.OPERATOR, release);
    var random = new Random(20261120);
    for (int i = 0; i < 200; i++) {
      var text = new StringBuilder(signed.signature());
      int at = random.nextInt(text.length() - 4); // the last bits of base64 may mean nothing
      char other = (char) ('A' + random.nextInt(26));
      if (text.charAt(at) == other) {
        continue;
      }
      text.setCharAt(at, other);
      assertThat(prove(release, changed(signed, "signature", text.toString())))
          .as("signature changed at %d", at)
          .isInstanceOf(Sender.NotProved.class);
    }
  }

  @Test
  void a_signed_keep_cannot_be_sent_as_remove() {
    var keep = decision(Choice.KEEP, Voice.OPERATOR, 0);
    Assertion signed = signed(olivia, "olivia", AppRole.OPERATOR, keep);

    assertThat(prove(decision(Choice.REMOVE, Voice.OPERATOR, 0), signed))
        .isEqualTo(new Sender.NotProved("something else was signed than what is asked for"));
  }

  @Test
  void an_assertion_for_one_guest_is_nothing_for_another() {
    LifecycleRef bea = house.opened(NamedGuest.NEVER_SIGNED_IN);
    Assertion signed = signed(olivia, "olivia", AppRole.OPERATOR, release);
    var check =
        new SenderCheck(
            bea, "u", release.action(), release.asks(), Voice.OPERATOR, 0, house.now(), signed);

    assertThat(prover.proveSender(check))
        .isEqualTo(new Sender.NotProved("it was signed for another lifecycle"));
  }

  @Test
  void what_has_expired_when_it_comes_proves_nobody_and_our_own_delay_lets_nothing_expire() {
    Assertion signed = signed(olivia, "olivia", AppRole.OPERATOR, release);
    Instant received = house.now();
    house.clock().pass(Duration.ofDays(1));

    assertThat(prove(release, signed))
        .isEqualTo(new Sender.NotProved("what was signed has expired, or is valid for too long"));
    assertThat(
            prover.proveSender(
                new SenderCheck(
                    ann,
                    "u",
                    release.action(),
                    release.asks(),
                    Voice.OPERATOR,
                    0,
                    received,
                    signed)))
        .isEqualTo(OLIVIA);
  }

  private static Assertion changed(Assertion signed, String part, Object forged) throws Exception {
    RecordComponent[] all = Assertion.class.getRecordComponents();
    var types = new Class<?>[all.length];
    var values = new Object[all.length];
    for (int i = 0; i < all.length; i++) {
      types[i] = all[i].getType();
      values[i] = all[i].getName().equals(part) ? forged : all[i].getAccessor().invoke(signed);
    }
    return Assertion.class.getDeclaredConstructor(types).newInstance(values);
  }
}
