package io.gatehouse.temporal.codec;

import io.temporal.activity.Activity;
import io.temporal.failure.ApplicationFailure;

/** Says it again, the second time, from what the first attempt left in its heartbeat. */
final class EchoActivity implements Relay.Echo {
  @Override
  public String echo(String secret) {
    var context = Activity.getExecutionContext();
    if (context.getInfo().isLocal()) {
      return secret;
    }
    return context
        .getHeartbeatDetails(String.class)
        .orElseGet(() -> {
          context.heartbeat(secret);
          throw ApplicationFailure.newFailure("first attempt: " + secret, "Again");
        });
  }

  @Override
  public String refuse(String secret) {
    throw ApplicationFailure.newNonRetryableFailure("refused: " + secret, "Refused", secret);
  }
}
