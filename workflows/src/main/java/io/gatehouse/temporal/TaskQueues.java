package io.gatehouse.temporal;

/** One queue per thing that is limited: a queue's rate is a fence around that thing. */
public final class TaskQueues {
  /** Workflows, and activities that only need the store. */
  public static final String CORE = "gatehouse";

  /** Reading the directory. */
  public static final String GRAPH_READ = "gatehouse-graph-read";

  /** Changing the directory: only processes with the writing credential listen here. */
  public static final String GRAPH_WRITE = "gatehouse-graph-write";

  public static final String MAIL = "gatehouse-mail";

  private TaskQueues() {}
}
