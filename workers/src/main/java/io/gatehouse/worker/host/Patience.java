package io.gatehouse.worker.host;

import io.gatehouse.temporal.FailureType;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.failure.ApplicationFailure;
import java.util.Arrays;

/**
 * Ends the retries of a failure that more of them do not mend, each type after its own number.
 * Temporal's retry options know one number for all.
 */
final class Patience extends WorkerInterceptorBase {
  @Override
  public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
    return new ActivityInboundCallsInterceptorBase(next) {
      private int attempt = 1;

      @Override
      public void init(ActivityExecutionContext context) {
        attempt = context.getInfo().getAttempt();
        super.init(context);
      }

      @Override
      public ActivityOutput execute(ActivityInput input) {
        try {
          return super.execute(input);
        } catch (ApplicationFailure failure) {
          failure.setNonRetryable(failure.isNonRetryable() || isOver(failure.getType()));
          throw failure;
        }
      }

      private boolean isOver(String type) {
        return Arrays.stream(FailureType.values())
            .anyMatch(each -> each.name().equals(type) && attempt >= each.attempts());
      }
    };
  }
}
