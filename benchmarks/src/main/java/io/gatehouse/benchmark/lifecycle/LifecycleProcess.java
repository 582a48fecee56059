package io.gatehouse.benchmark.lifecycle;

import io.gatehouse.benchmark.OrdinaryPolicy;
import io.gatehouse.policy.Policy;
import io.gatehouse.store.Store;
import io.gatehouse.store.TestDatabase;
import io.gatehouse.store.database.Database;
import io.gatehouse.temporal.Wire;
import io.gatehouse.worker.house.House;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** One contender with its workers and its client, told by lines what to do. */
final class LifecycleProcess {
  /** Every wait that ends by itself: long enough to be a timer, short enough to be waited for. */
  static final Duration PAUSE = Duration.ofMillis(200);

  /** Every wait that something else ends. */
  static final Duration LONG = Duration.ofHours(6);

  private LifecycleProcess() {}

  /**
   * Arguments: contender, Temporal's address, database URL, workflows kept in the cache, seconds
   * that a first question waits for its answer.
   */
  public static void main(String[] arguments) throws IOException {
    WorkflowServiceStubs service =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(arguments[1]).build());
    try (var database = Database.open(arguments[2], TestDatabase.APP, TestDatabase.PASSWORD)) {
      Contender contender =
          arguments[0].equals("bare")
              ? new BareContender(service)
              : new GatehouseContender(
                  service,
                  house(database),
                  arguments[2],
                  Duration.ofSeconds(Long.parseLong(arguments[4])));
      var workers = new Workers(contender, Integer.parseInt(arguments[3]));
      workers.begin();
      obey(new Cases(contender, workers));
      workers.stop();
    } finally {
      service.shutdownNow();
    }
  }

  private static void obey(Cases cases) throws IOException {
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.out.println("ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ");
      int number = words.length > 1 ? Integer.parseInt(words[1]) : 0;
      System.out.println(
          switch (words[0]) {
            case "starts" -> cases.starts(number);
            case "run" -> cases.run(number);
            case "park" -> cases.park(number);
            case "updates" -> cases.updates(number);
            case "updates-locally" -> cases.updatesLocally(number);
            case "herd" -> cases.herd(number);
            case "end" -> cases.end();
            case "heap" -> cases.heap();
            case "cost" -> cases.cost();
            default -> throw new IllegalArgumentException(line);
          });
    }
  }

  private static House house(Database database) {
    String tenant = UUID.randomUUID().toString();
    var house =
        new House(tenant, new Store(database, tenant), Clock.systemUTC(), "http://127.0.0.1:8085");
    Policy policy = OrdinaryPolicy.with("grace");
    house
        .store()
        .policies()
        .apply("benchmark", Wire.write(policy), house.now(), "a benchmark", null);
    return house;
  }
}
