package io.gatehouse.temporal;

/** One queue per thing that is limited: a queue's rate is a fence around that thing. */
public final class TaskQueues {
  /** Workflows, and activities that only need the store. */
  public static final String CORE = "gatehouse";

  /** Reading the directory for scans, and finding sponsors. */
  public static final String GRAPH_READ = "gatehouse-graph-read";

  /** Fresh looks, under a registration of their own: a scan never eats their budget. */
  public static final String GRAPH_LOOK = "gatehouse-graph-look";

  /** Changing the directory: only processes with the writing credential listen here. */
  public static final String GRAPH_WRITE = "gatehouse-graph-write";

  public static final String MAIL = "gatehouse-mail";

  private TaskQueues() {}
}
