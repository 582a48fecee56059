package io.gatehouse.worker.safety;

import io.gatehouse.safety.Effect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One call that an effect makes to Graph, for a guest who owns a group together with others.
 *
 * @param template as the sandbox's book names it
 */
record EffectCall(Moment moment, String method, String template) {
  /** When in the protocol. */
  enum Moment {
    LOOK,
    WRITE,
    PROOF
  }

  private static final String USER = "/users/{id}";
  private static final String BIN = "/directory/deletedItems/{id}";
  private static final List<String> AROUND =
      List.of(
          "/users/{id}/transitiveMemberOf",
          "/users/{id}/ownedObjects",
          "/roleManagement/directory/roleAssignments",
          "/roleManagement/directory/roleEligibilityScheduleInstances",
          "/groups/{id}/owners");
  private static final String SPONSORS = "/users/{id}/sponsors";

  /** All of them in order; a test holds this against what really is called. */
  static List<EffectCall> of(Effect effect) {
    var calls = new ArrayList<EffectCall>();
    switch (effect) {
      case DISABLE -> {
        calls.addAll(reads(Moment.LOOK, USER));
        calls.addAll(around(Moment.LOOK));
        calls.addAll(reads(Moment.LOOK, SPONSORS));
        calls.add(new EffectCall(Moment.WRITE, "PATCH", USER));
        calls.addAll(reads(Moment.PROOF, USER));
      }
      case SOFT_DELETE -> {
        calls.addAll(reads(Moment.LOOK, USER));
        calls.addAll(around(Moment.LOOK));
        calls.add(new EffectCall(Moment.WRITE, "DELETE", USER));
        calls.addAll(reads(Moment.PROOF, USER, BIN));
      }
      case RESTORE -> {
        calls.addAll(reads(Moment.LOOK, USER, BIN));
        calls.add(new EffectCall(Moment.WRITE, "POST", BIN + "/restore"));
        calls.addAll(reads(Moment.PROOF, USER));
      }
      case ENABLE -> {
        calls.addAll(reads(Moment.LOOK, USER));
        calls.add(new EffectCall(Moment.WRITE, "PATCH", USER));
        calls.addAll(reads(Moment.PROOF, USER));
        calls.addAll(around(Moment.PROOF));
        calls.addAll(reads(Moment.PROOF, SPONSORS));
      }
    }
    return calls;
  }

  private static List<EffectCall> around(Moment moment) {
    return AROUND.stream().map(path -> new EffectCall(moment, "GET", path)).toList();
  }

  private static List<EffectCall> reads(Moment moment, String... paths) {
    return Arrays.stream(paths).map(path -> new EffectCall(moment, "GET", path)).toList();
  }

  /** The path as a pattern. */
  String path() {
    return "^" + template.replace("{id}", "[^/]+") + "$";
  }

  @Override
  public String toString() {
    return "%s %s %s".formatted(moment, method, template);
  }
}
