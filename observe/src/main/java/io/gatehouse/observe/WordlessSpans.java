package io.gatehouse.observe;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;

/**
 * Hands spans on without the words of what failed. Temporal's interceptors note each exception with
 * message and stack, and a message may quote what a person typed or how somebody is called: of an
 * event only its name and the kind of the exception leave the process.
 */
record WordlessSpans(SpanExporter to) implements SpanExporter {
  private static final AttributeKey<String> KIND = AttributeKey.stringKey("exception.type");

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    return to.export(spans.stream().map(Wordless::new).map(SpanData.class::cast).toList());
  }

  @Override
  public CompletableResultCode flush() {
    return to.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return to.shutdown();
  }

  private static final class Wordless extends DelegatingSpanData {
    Wordless(SpanData span) {
      super(span);
    }

    @Override
    public List<EventData> getEvents() {
      return super.getEvents().stream()
          .map(event -> EventData.create(event.getEpochNanos(), event.getName(), kind(event)))
          .toList();
    }

    @Override
    public StatusData getStatus() {
      return StatusData.create(super.getStatus().getStatusCode(), "");
    }

    private static Attributes kind(EventData event) {
      String kind = event.getAttributes().get(KIND);
      return kind == null ? Attributes.empty() : Attributes.of(KIND, kind);
    }
  }
}
