package io.gatehouse.rehearsal;

import io.gatehouse.temporal.FailureType;
import io.temporal.failure.ApplicationFailure;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What is to happen inside the next calls of an activity, apart from its usual answer. */
final class Script {
  private final Map<String, Queue<Runnable>> scenes = new ConcurrentHashMap<>();

  void during(String call, Runnable scene) {
    scenes.computeIfAbsent(call, _ -> new ConcurrentLinkedQueue<>()).add(scene);
  }

  void fail(String call, FailureType type, String sentence) {
    during(
        call,
        () -> {
          throw ApplicationFailure.newFailure(sentence, type.name());
        });
  }

  void play(String call) {
    Queue<Runnable> coming = scenes.get(call);
    Runnable scene = coming == null ? null : coming.poll();
    if (scene != null) {
      scene.run();
    }
  }
}
