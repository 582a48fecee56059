package io.gatehouse.worker.host;

import io.gatehouse.config.Settings;
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

/** What must be right before a worker takes up work, each with a sentence when it is not. */
final class StartChecks {
  private final Store store;
  private final Directories directories;

  StartChecks(Store store, Directories directories) {
    this.store = store;
    this.directories = directories;
  }

  /** The directories, after both reading registrations have read something. */
  static Directories probed(Settings settings, Clock clock) {
    Directories directories = Directories.of(settings.graph(), clock);
    String baseUrl = settings.graph().baseUrl();
    probe(directories.reader(), baseUrl, "GATEHOUSE_GRAPH_READER");
    if (directories.acting() != null) {
      probe(directories.acting().looker(), baseUrl, "GATEHOUSE_GRAPH_LOOKER");
    }
    return directories;
  }

  private static void probe(DirectoryReader directory, String baseUrl, String registration) {
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
          requireSteward(Wire.read(row.body(), Policy.class).steward());
        });
  }

  private void requireSteward(String steward) {
    if (!canAnswer(steward)) {
      throw new StartProblem(
          "The policy's steward %s cannot be asked: the account has to exist, be enabled, be no guest and have a mailbox. Name another one and run ./gatehouse policy apply FILE."
              .formatted(steward));
    }
  }

  private boolean canAnswer(String id) {
    try {
      Person person = directories.reader().person(id);
      return CanAnswer.of(person.accountEnabled(), person.mail(), person.userType());
    } catch (GraphException e) {
      if (e.failure() instanceof GraphFailure.NotFound) {
        return false;
      }
      throw new StartProblem("The policy's steward cannot be looked up: " + e.getMessage());
    }
  }
}
