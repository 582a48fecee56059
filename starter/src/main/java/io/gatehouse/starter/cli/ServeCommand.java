package io.gatehouse.starter.cli;

import io.gatehouse.config.Part;
import io.gatehouse.config.StopSignal;
import io.gatehouse.observe.Telemetry;
import io.gatehouse.starter.answer.AnswerLoop;
import io.gatehouse.starter.schedule.Schedules;
import io.gatehouse.starter.schedule.TenantSchedules;
import io.gatehouse.starter.serve.Serve;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code serve}: pages and answers until the process is stopped. */
@Command(name = "serve", description = "Runs the pages and delivers answers.")
final class ServeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    var stop = StopSignal.listen();
    try (var telemetry = Telemetry.start(CommandTree.Root.environment(spec), "gatehouse-pages");
        var connections =
            Connections.of(spec, Part.DATABASE, Part.READER, Part.TEMPORAL, Part.PAGES, Part.HEALTH)
                .watchedBy(telemetry)
                .durable();
        var serve =
            Serve.start(
                connections.settings(),
                connections.keys(),
                connections.encryption(),
                connections.clock(),
                connections.client(),
                telemetry.traces());
        var _ = new AnswerLoop(serve.answers());
        var _ = PagesHealth.listen(connections, serve.reading(), telemetry)) {
      out.printf(
          "Pages: http://%s:%d  (links in mails begin with %s)%n%s%nStop with Ctrl-C.%n",
          connections.settings().pages().address(),
          serve.port(),
          connections.settings().pages().baseUrl(),
          connections.encryption().sentence());
      serve.unproved().ifPresent(out::println);
      new Schedules(connections.client())
          .ensure(
              TenantSchedules.of(connections.store(), connections.settings().tenant()),
              out::println);
      out.flush();
      stop.await();
    } catch (RuntimeException | InterruptedException e) {
      stop.failed();
      throw e;
    }
    out.println("Stopped: every page and delivery that was under way is finished.");
    out.flush();
    stop.over(0);
    return 0;
  }
}
