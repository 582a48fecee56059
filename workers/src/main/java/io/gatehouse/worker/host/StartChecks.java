package io.gatehouse.worker.host;

import io.gatehouse.config.GraphSettings;
import io.gatehouse.config.StartProblem;
import io.gatehouse.graph.GraphException;
import io.gatehouse.graph.GraphFailure;
import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.graph.read.Person;
import io.gatehouse.policy.Policy;
import io.gatehouse.sponsor.CanAnswer;
import io.gatehouse.store.Store;
import io.gatehouse.temporal.Wire;
import io.gatehouse.worker.house.House;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What must be right before a worker takes up work, each with a sentence when it is not. */
final class StartChecks {
  private final Store store;
  private final @Nullable DirectoryReader reader;

  /**
   * For one process.
   *
   * @param reader null for a process without the reading registration, which cannot look people up
   */
  StartChecks(Store store, @Nullable DirectoryReader reader) {
    this.store = store;
    this.reader = reader;
  }

  /** The directories, after every reading registration that is set has read something. */
  static Directories probed(GraphSettings settings, Clock clock) {
    Directories directories = Directories.of(settings, clock);
    probe(directories.reader(), settings.baseUrl(), "GATEHOUSE_GRAPH_READER");
    probe(directories.looker(), settings.baseUrl(), "GATEHOUSE_GRAPH_LOOKER");
    return directories;
  }

  private static void probe(
      @Nullable DirectoryReader directory, String baseUrl, String registration) {
    if (directory == null) {
      return;
    }
    try {
      directory.guests(null, 1);
    } catch (GraphException e) {
      throw new StartProblem(
          "Microsoft Graph at %s cannot be read with the registration of %s_*: %s"
              .formatted(baseUrl, registration, e.getMessage()));
    }
  }

  /** The steward is the last in every chain: without one, questions would end nowhere. */
  void run() {
    store
        .policies()
        .newest()
        .ifPresent(row -> {
          House.problem(row)
              .ifPresent(problem -> {
                throw new StartProblem(problem);
              });
          if (reader != null) {
            requireSteward(reader, Wire.read(row.body(), Policy.class).steward());
          }
        });
  }

  private static void requireSteward(DirectoryReader reader, String steward) {
    if (!canAnswer(reader, steward)) {
      throw new StartProblem(
          "The policy's steward %s cannot be asked: the account has to exist, be enabled, be no guest and have a mailbox. Name another one and run ./gatehouse policy apply FILE."
              .formatted(steward));
    }
  }

  private static boolean canAnswer(DirectoryReader reader, String id) {
    try {
      Person person = reader.person(id);
      return CanAnswer.of(person.accountEnabled(), person.mail(), person.userType());
    } catch (GraphException e) {
      if (e.failure() instanceof GraphFailure.NotFound) {
        return false;
      }
      throw new StartProblem("The policy's steward cannot be looked up: " + e.getMessage());
    }
  }
}
