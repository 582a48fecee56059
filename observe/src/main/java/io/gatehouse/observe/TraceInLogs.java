package io.gatehouse.observe;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptor;
import io.temporal.common.interceptors.ActivityInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import org.slf4j.MDC;

/**
 * What an activity logs names its trace. The ids of workflow, run and activity stand there already:
 * the SDK puts them.
 */
final class TraceInLogs extends WorkerInterceptorBase {
  private static final String KEY = "TraceId";

  @Override
  public ActivityInboundCallsInterceptor interceptActivity(ActivityInboundCallsInterceptor next) {
    return new ActivityInboundCallsInterceptorBase(next) {
      @Override
      public ActivityOutput execute(ActivityInput input) {
        SpanContext span = Span.current().getSpanContext();
        if (span.isValid()) {
          MDC.put(KEY, span.getTraceId());
        }
        ActivityOutput output = super.execute(input);
        MDC.remove(
            KEY); // after a failure it stays: the SDK logs that one on this thread, behind us
        return output;
      }
    };
  }
}
