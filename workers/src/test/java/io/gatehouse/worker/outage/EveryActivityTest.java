package io.gatehouse.worker.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.safety.EffectActivities;
import io.gatehouse.temporal.Activities;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever adds an activity has to say what becomes of it without PostgreSQL. */
class EveryActivityTest {
  @Test
  void every_activity_that_workflows_call_is_a_step_but_effects_which_have_a_test_of_their_own() {
    var steps = new LinkedHashSet<String>();
    for (Step step : Step.values()) {
      steps.addAll(calledBy(step));
    }
    Set<String> others =
        declared().stream()
            .filter(name -> !name.startsWith(EffectActivities.class.getSimpleName()))
            .collect(Collectors.toSet());

    assertThat(steps).containsExactlyInAnyOrderElementsOf(others);
    assertThat(declared()).hasSize(others.size() + 1);
  }

  private static Set<String> calledBy(Step step) {
    var called = new LinkedHashSet<String>();
    try (var scene = new Scene(step)) {
      step.perform(scene, Crew.telling(method -> called.add(name(method))));
    }
    assertThat(called).as("%s is one activity", step).hasSize(1);
    return called;
  }

  /** Workflows come by activities through these stubs only. */
  private static Set<String> declared() {
    return Arrays.stream(Activities.class.getMethods())
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .map(Method::getReturnType)
        .flatMap(activities -> Arrays.stream(activities.getMethods()))
        .map(EveryActivityTest::name)
        .collect(Collectors.toSet());
  }

  private static String name(Method activity) {
    return activity.getDeclaringClass().getSimpleName() + "." + activity.getName();
  }
}
