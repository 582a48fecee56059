package io.gatehouse.temporal.codec;

import io.gatehouse.temporal.Sleep;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

public final class RelayImpl implements Relay {
  private @Nullable String told;

  @Override
  public String run(String secret, Step step) {
    return switch (step) {
      case EVERYTHING -> everything(secret);
      case LISTEN -> listen();
      case RETURN -> secret;
      case FAIL -> throw ApplicationFailure.newNonRetryableFailure(secret, "Told", secret);
      case ASK_NOBODY -> cause(() -> nobody().listens(secret)).getOriginalMessage();
      case ASK_USUALLY -> cause(() -> usual().echo(secret)).getType();
    };
  }

  private String everything(String secret) {
    Workflow.setCurrentDetails("details " + secret);
    String echoed = echo(secret).echo(secret);
    String locally = locally().echo(echoed);
    String noted = Workflow.sideEffect(String.class, () -> locally);
    cause(() -> echo(secret).refuse(secret));
    Instant now = Instant.ofEpochMilli(Workflow.currentTimeMillis());
    Sleep.until(now.plus(Duration.ofDays(1)), "timer " + secret, () -> false);
    String child = child().run(noted, Step.RETURN);
    Workflow.newExternalWorkflowStub(Relay.class, LISTENER).tell(child);
    Workflow.newContinueAsNewStub(Relay.class).run(child, Step.LISTEN);
    throw new IllegalStateException("continue-as-new does not return");
  }

  private String listen() {
    Workflow.await(() -> told != null);
    return Objects.requireNonNull(told);
  }

  @Override
  public void tell(String secret) {
    told = secret;
  }

  @Override
  public String exchange(String secret) {
    return secret + "!";
  }

  @Override
  public String heard() {
    return String.valueOf(told);
  }

  private static Relay child() {
    String id = Workflow.getInfo().getWorkflowId() + "/child";
    return Workflow.newChildWorkflowStub(
        Relay.class,
        ChildWorkflowOptions.newBuilder()
            .setWorkflowId(id)
            .setMemo(Map.of("note", "memo of a secret"))
            .setStaticSummary("summary of a secret")
            .setStaticDetails("details of a secret")
            .build());
  }

  private static ActivityOptions.Builder options(String queue) {
    return ActivityOptions.newBuilder()
        .setTaskQueue(queue)
        .setStartToCloseTimeout(Duration.ofSeconds(10))
        .setSummary("activity of a secret");
  }

  private static Echo echo(String secret) {
    return Workflow.newActivityStub(
        Echo.class, options(QUEUE).setSummary("activity " + secret).build());
  }

  private static Echo locally() {
    return Workflow.newLocalActivityStub(
        Echo.class,
        LocalActivityOptions.newBuilder().setStartToCloseTimeout(Duration.ofSeconds(10)).build());
  }

  private static Nobody nobody() {
    return Workflow.newActivityStub(
        Nobody.class,
        options(QUEUE)
            .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(1).build())
            .build());
  }

  private static Echo usual() {
    return Workflow.newActivityStub(
        Echo.class,
        options(QUEUE)
            .setRetryOptions(
                RetryOptions.newBuilder().setDoNotRetry(UnreadablePayload.TYPE).build())
            .build());
  }

  private static ApplicationFailure cause(Runnable call) {
    try {
      call.run();
    } catch (ActivityFailure failure) {
      return (ApplicationFailure) Objects.requireNonNull(failure.getCause());
    }
    throw new IllegalStateException("the activity was expected to fail");
  }
}
