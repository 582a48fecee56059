package io.gatehouse.benchmark.lifecycle;

import io.temporal.client.WorkflowClient;
import io.temporal.worker.WorkerFactory;
import java.util.List;

/** One side of the comparison: the same case, carried by Temporal. */
interface Contender {

  /** The client of its processes, with its payload format. */
  WorkflowClient client();

  /** Listens to its queues. */
  void register(WorkerFactory workers);

  /** Whether a case goes on by itself as soon as its question is delivered. */
  void decidesAtOnce(boolean decides);

  /**
   * Starts so many cases, one after the other.
   *
   * @return their workflow ids
   */
  List<String> start(int number);

  /** Sends the word that ends the wait, and comes back when it was taken. */
  void decide(String workflowId);

  /** The same, by a local activity in any case: ours is one. */
  default void decideLocally(String workflowId) {
    decide(workflowId);
  }

  /** How many questions were delivered since the process began. */
  int delivered();
}
