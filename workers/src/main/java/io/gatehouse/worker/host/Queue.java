package io.gatehouse.worker.host;

import io.gatehouse.config.Part;
import io.gatehouse.config.Settings;
import io.gatehouse.config.StartProblem;
import io.gatehouse.config.Variable;
import io.gatehouse.temporal.TaskQueues;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The queues a worker can listen to, each with what it needs and how fast it may go.
 *
 * <p>A rate is a second fence, held by Temporal for all workers of a queue together: nine tenths of
 * the quota behind it. The first one is the budget of each process ({@code CallBudget}), which
 * knows nothing of other processes. It counts activities, not calls, and a queue with a rate does
 * without eager activities; {@link #CORE} has none, because nothing outside is behind it.
 */
enum Queue {
  /** Workflows, and activities that only need the store. */
  CORE(TaskQueues.CORE, 0, null),

  /**
   * Scans and finding sponsors. Graph takes 3,500 resource units in ten seconds from one
   * application in its smallest tenants, and the dearest activity here, opening ten guests, takes
   * about 80.
   */
  GRAPH_READ(TaskQueues.GRAPH_READ, 0.9 * 350 / 80, Variable.GRAPH_READER_KIND, Part.GRAPH),

  /**
   * Looks of the acting side. Its registration has ten reads of sign-ins a minute for looks and
   * effects: six of the nine are for looks, because each effect has several before it.
   */
  GRAPH_LOOK(TaskQueues.GRAPH_LOOK, 0.9 * 10 / 60 * 2 / 3, Variable.GRAPH_LOOKER_KIND, Part.LOOKER),

  /** Effects: three a minute, see above; far above any cap. */
  GRAPH_WRITE(TaskQueues.GRAPH_WRITE, 0.9 * 10 / 60 / 3, Variable.GRAPH_WRITER_KIND, Part.WRITER),

  /** Mail; the rate is the SMTP server's, {@link Variable#MAIL_PER_MINUTE}. */
  MAIL(TaskQueues.MAIL, 0, Variable.MAIL_HOST, Part.MAIL, Part.PAGES);

  private static final double SHARE = 0.9;

  private final String taskQueue;
  private final double perSecond;
  private final @Nullable Variable credential;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<Part> parts;

  Queue(String taskQueue, double perSecond, @Nullable Variable credential, Part... parts) {
    this.taskQueue = taskQueue;
    this.perSecond = perSecond;
    this.credential = credential;
    this.parts = Set.of(parts);
  }

  String taskQueue() {
    return taskQueue;
  }

  /** The settings that working here takes. */
  Set<Part> parts() {
    return parts;
  }

  boolean asksGraph() {
    return parts.stream().anyMatch(EnumSet.of(Part.GRAPH, Part.LOOKER, Part.WRITER)::contains);
  }

  /** The most activities that start in a second, all workers together; 0 for as many as come. */
  double perSecond(Settings settings) {
    return this == MAIL ? SHARE * settings.mail().perMinute() / 60 : perSecond;
  }

  /** The word for it on the command line, like {@code graph-read}. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * What a process does that was told nothing: everything but the acting side's queues, and those
   * where their credentials are. A mail server or a reader that was forgotten is a problem then, no
   * silent worker without.
   */
  static Set<Queue> usual(Map<String, String> environment) {
    var queues = EnumSet.of(CORE, GRAPH_READ, MAIL);
    for (Queue acting : Set.of(GRAPH_LOOK, GRAPH_WRITE)) {
      if (acting.hasCredential(environment)) {
        queues.add(acting);
      }
    }
    return queues;
  }

  /**
   * What a process was told to do.
   *
   * @param words like {@code core,mail}
   * @throws StartProblem for a word that is no queue, and for a queue without its credential
   */
  static Set<Queue> asked(String words, Map<String, String> environment) {
    var queues = EnumSet.noneOf(Queue.class);
    for (String word : words.split(",", -1)) {
      queues.add(named(word.strip()));
    }
    String problems =
        queues.stream()
            .filter(queue -> !queue.hasCredential(environment))
            .map(Queue::missing)
            .collect(Collectors.joining("\n"));
    if (!problems.isEmpty()) {
      throw new StartProblem(problems);
    }
    return queues;
  }

  private static Queue named(String word) {
    return Arrays.stream(values())
        .filter(queue -> queue.word().equals(word))
        .findFirst()
        .orElseThrow(() ->
            new StartProblem(
                "There is no queue \"%s\": give one or more of %s, with commas between."
                    .formatted(word, words(EnumSet.allOf(Queue.class)))));
  }

  private boolean hasCredential(Map<String, String> environment) {
    return credential == null || !environment.getOrDefault(credential.key(), "").isBlank();
  }

  private String missing() {
    String key = credential == null ? "" : credential.key();
    return "This process cannot work on %s, because %s is not set: give it and what belongs to it, or leave %s out of --queues."
        .formatted(word(), key, word());
  }

  static String words(Set<Queue> queues) {
    return queues.stream().map(Queue::word).collect(Collectors.joining(", "));
  }
}
