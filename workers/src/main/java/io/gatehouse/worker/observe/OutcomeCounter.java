package io.gatehouse.worker.observe;

import io.gatehouse.safety.Effect;
import io.gatehouse.safety.EffectOrder;
import io.gatehouse.safety.EffectOutcome;
import io.gatehouse.sponsor.MailOutcome;
import io.micrometer.core.instrument.Metrics;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Counts what effects and mails came to. A refusal is a result and no failure, so the SDK's own
 * numbers do not know it.
 */
public final class OutcomeCounter extends WorkerInterceptorBase {
  private static final String EFFECTS = "gatehouse.effects";
  private static final String MAILS = "gatehouse.mails";

  /** Starts with every series at zero, so that the first of its kind is an increase already. */
  public OutcomeCounter() {
    results(MailOutcome.class).forEach(result -> Metrics.counter(MAILS, "result", result));
    for (Effect effect : Effect.values()) {
      results(EffectOutcome.class)
          .forEach(result -> Metrics.counter(EFFECTS, "effect", word(effect), "result", result));
    }
  }

  @Override
  public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
    return new ActivityInboundCallsInterceptorBase(next) {
      @Override
      public ActivityOutput execute(ActivityInput input) {
        ActivityOutput output = super.execute(input);
        count(input.getArguments(), output.getResult());
        return output;
      }
    };
  }

  private static void count(Object[] arguments, Object result) {
    switch (result) {
      case MailOutcome mail -> Metrics.counter(MAILS, "result", word(mail.getClass())).increment();
      case EffectOutcome effect when arguments[0] instanceof EffectOrder order ->
          Metrics.counter(
                  EFFECTS, "effect", word(order.effect()), "result", word(effect.getClass()))
              .increment();
      case null, default -> {}
    }
  }

  private static List<String> results(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses()).map(OutcomeCounter::word).toList();
  }

  private static String word(Effect effect) {
    return effect.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String word(Class<?> outcome) {
    return outcome.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
