package io.gatehouse.starter.page.web;

import io.gatehouse.observe.Traces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.servlet.HandlerMapping;

/**
 * A span for each request, around what it asks of Temporal. It is named by the route, never by the
 * address, which holds links and ids; and it begins a trace: a stranger's header joins none.
 */
final class RequestSpans implements Filter {
  private final Tracer tracer;

  RequestSpans(Traces traces) {
    this.tracer = traces.tracer();
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String method = ((HttpServletRequest) request).getMethod();
    Span span = tracer.spanBuilder(method).setNoParent().setSpanKind(SpanKind.SERVER).startSpan();
    try (var _ = span.makeCurrent()) {
      chain.doFilter(request, response);
      tell(span, method, request, ((HttpServletResponse) response).getStatus());
    } catch (IOException | ServletException | RuntimeException e) {
      tell(span, method, request, HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
      throw e;
    } finally {
      span.end();
    }
  }

  /** The names are OpenTelemetry's (semantic conventions for HTTP spans). */
  private static void tell(Span span, String method, ServletRequest request, int status) {
    span.setAttribute("http.request.method", method);
    span.setAttribute("http.response.status_code", status);
    if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
        instanceof String route) {
      span.updateName(method + " " + route);
      span.setAttribute("http.route", route);
    }
    if (status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
      span.setStatus(StatusCode.ERROR);
    }
  }
}
