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
        if (!span.isValid()) {
          return super.execute(input);
        }
        try (var _ = MDC.putCloseable(KEY, span.getTraceId())) {
          return super.execute(input);
        }
      }
    };
  }
}
