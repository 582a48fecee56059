package io.gatehouse.doctor;

import static io.gatehouse.doctor.Finding.note;
import static io.gatehouse.doctor.Finding.well;
import static io.gatehouse.doctor.Finding.wrong;

import io.gatehouse.config.Part;
import io.gatehouse.keys.Encryption;
import io.gatehouse.starter.serve.NamespaceRegistration;
import io.gatehouse.starter.serve.SearchAttributeRegistration;
import io.gatehouse.temporal.TaskQueues;
import io.temporal.api.enums.v1.TaskQueueType;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.client.WorkflowClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Temporal: there, prepared, and with somebody at every queue. */
record TemporalExamination(Ground ground) implements Examination {
  private static final int SHORT_RETENTION_DAYS = 7;

  @Override
  public String subject() {
    return "Temporal";
  }

  @Override
  public List<Finding> look() {
    var found = new ArrayList<Finding>();
    WorkflowClient client = ground.temporal();
    found.add(
        well(
            "answers at %s, version %s"
                .formatted(
                    ground.settings(Part.TEMPORAL).temporal().target(),
                    client
                        .getWorkflowServiceStubs()
                        .blockingStub()
                        .getSystemInfo(GetSystemInfoRequest.getDefaultInstance())
                        .getServerVersion())));
    Optional<Long> days = NamespaceRegistration.retentionDays(client);
    if (days.isEmpty()) {
      found.add(
          wrong(
              "Namespace %s is not there: run ./gatehouse namespace apply."
                  .formatted(client.getOptions().getNamespace())));
      return found;
    }
    found.add(retention(client.getOptions().getNamespace(), days.get()));
    List<String> problems = SearchAttributeRegistration.problems(client);
    problems.forEach(problem -> found.add(wrong(problem)));
    if (problems.isEmpty()) {
      found.add(well("lifecycles can be searched by Gatehouse's attributes"));
    }
    found.add(
        well(Encryption.of(ground.settings(Part.TEMPORAL).temporal(), ground.clock()).sentence()));
    found.addAll(workers(client));
    return found;
  }

  private static Finding retention(String namespace, long days) {
    return days < SHORT_RETENTION_DAYS
        ? note(
            "Namespace %s forgets closed lifecycles after %d day(s): the ledger keeps the evidence, the Temporal UI will not show them. 30 days are usual."
                .formatted(namespace, days))
        : well("namespace %s keeps closed lifecycles for %d days".formatted(namespace, days));
  }

  private static List<Finding> workers(WorkflowClient client) {
    var found = new ArrayList<Finding>();
    var nobody = new ArrayList<String>();
    if (pollers(client, TaskQueues.CORE, TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW) == 0) {
      nobody.add("core (workflows)");
    }
    for (String queue :
        List.of(
            TaskQueues.CORE,
            TaskQueues.GRAPH_READ,
            TaskQueues.GRAPH_LOOK,
            TaskQueues.GRAPH_WRITE,
            TaskQueues.MAIL)) {
      if (pollers(client, queue, TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY) == 0) {
        nobody.add(queue.equals(TaskQueues.CORE) ? "core" : queue.substring("gatehouse-".length()));
      }
    }
    found.add(
        nobody.isEmpty()
            ? well("somebody works on every queue")
            : wrong(
                "Nobody works on %s: start ./gatehouse worker with these queues where their credentials are."
                    .formatted(String.join(", ", nobody))));
    return found;
  }

  /** Temporal remembers who asked for work in the last five minutes. */
  private static int pollers(WorkflowClient client, String queue, TaskQueueType type) {
    return client
        .getWorkflowServiceStubs()
        .blockingStub()
        .describeTaskQueue(
            DescribeTaskQueueRequest.newBuilder()
                .setNamespace(client.getOptions().getNamespace())
                .setTaskQueue(TaskQueue.newBuilder().setName(queue))
                .setTaskQueueType(type)
                .build())
        .getPollersCount();
  }
}
