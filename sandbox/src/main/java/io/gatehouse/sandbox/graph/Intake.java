package io.gatehouse.sandbox.graph;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * What stands between the network and the directory: a request, or one part of a batch, meets its
 * fault if one waits for it, and goes into the book.
 */
final class Intake {
  private final Directory directory;
  private final Faults faults;
  private final Book book;
  private final Clock clock;

  Intake(Directory directory, Faults faults, Book book, Clock clock) {
    this.directory = directory;
    this.faults = faults;
    this.book = book;
    this.clock = clock;
  }

  /** Empty when the connection is to be cut. */
  Optional<Reply> take(Call call) {
    var fault = faults.next(call.method(), call.where());
    var reply = fault.isPresent() ? meet(fault.get(), call) : answer(call);
    book.write(
        new ServedRequest(
            clock.instant(),
            call.caller().orElse(null),
            Budget.of(call),
            call.method(),
            call.template(),
            call.where(),
            call.requestId(),
            call.clientRequestId(),
            reply.map(Reply::status).orElse(0)));
    return reply;
  }

  private Optional<Reply> answer(Call call) {
    return call.isBatch() && call.caller().isPresent()
        ? new Batch(call, clock, this::take).answer()
        : Optional.of(directory.answer(call));
  }

  private Optional<Reply> meet(Fault fault, Call call) {
    return switch (fault) {
      case Fault.Throttled(var wait) -> {
        var reply = Reply.error(429, "TooManyRequests", "Please retry again later.", call, clock);
        yield Optional.of(
            wait == null ? reply : reply.with("Retry-After", Long.toString(wait.toSeconds())));
      }
      case Fault.Unavailable(var status, var moment) -> {
        reach(call, moment);
        yield Optional.of(
            Reply.error(status, "ServiceNotAvailable", "Service unavailable.", call, clock));
      }
      case Fault.HtmlBadGateway() ->
          Optional.of(Reply.html(502, "<html><body><h1>502 Bad Gateway</h1></body></html>"));
      case Fault.ConnectionCut(var moment) -> {
        reach(call, moment);
        yield Optional.empty();
      }
      case Fault.Silent(var moment, var lasting) -> {
        reach(call, moment);
        LockSupport.parkNanos(lasting.toNanos());
        yield Optional.empty();
      }
      case Fault.EmptyErrorBody(var status) -> Optional.of(Reply.empty(status));
      case Fault.JsonCut() -> answer(call).map(Reply::cutInTheMiddle);
    };
  }

  private void reach(Call call, Fault.Moment moment) {
    switch (moment) {
      case BEFORE_THE_EFFECT -> {}
      case AFTER_THE_EFFECT -> answer(call);
    }
  }
}
