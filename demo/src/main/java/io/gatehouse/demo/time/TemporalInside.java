package io.gatehouse.demo.time;

import com.google.protobuf.Empty;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import io.gatehouse.demo.TemporalService;
import io.gatehouse.temporal.Wire;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.stub.StreamObserver;
import io.temporal.api.testservice.v1.GetCurrentTimeResponse;
import io.temporal.api.testservice.v1.SleepRequest;
import io.temporal.api.testservice.v1.SleepResponse;
import io.temporal.api.testservice.v1.TestServiceGrpc.TestServiceImplBase;
import io.temporal.api.testservice.v1.UnlockTimeSkippingRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.internal.testservice.TestServicesStarter;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;

/**
 * Temporal's test server in this process, and its clock. The house reaches it without a wire;
 * commands in other terminals find it on a loopback port.
 *
 * <p>Built from the server's inner parts because the public {@code TestServer} listens on all
 * interfaces without any sign-in.
 */
public final class TemporalInside implements TemporalService {
  private final TestServicesStarter services;
  private final TestServiceImplBase time;
  private final Server server;
  private final Server inside;
  private final ManagedChannel channel;
  private final WorkflowServiceStubs stubs;
  private final LeakedLocks leakedLocks;

  /** Time begins at the instant and stands still but for what real time passes. */
  public TemporalInside(Instant start) {
    this.services = new TestServicesStarter(true, start.toEpochMilli());
    LockEvents locks = LockEvents.replaceIn(services);
    this.time =
        services.getServices().stream()
            .filter(TestServiceImplBase.class::isInstance)
            .map(TestServiceImplBase.class::cast)
            .findFirst()
            .orElseThrow();
    String name = InProcessServerBuilder.generateName();
    this.server = started(NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0)));
    this.inside = started(InProcessServerBuilder.forName(name));
    this.channel = InProcessChannelBuilder.forName(name).build();
    this.stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setChannel(channel).build());
    String namespace = client().getOptions().getNamespace();
    this.leakedLocks =
        new LeakedLocks(locks::changes, new Tasks(stubs, namespace)::underWay, this::unlock);
  }

  private Server started(ServerBuilder<?> builder) {
    var health = new HealthStatusManager(); // what clients ask before they call a server alive
    health.setStatus(WorkflowServiceGrpc.SERVICE_NAME, ServingStatus.SERVING);
    builder.addService(health.getHealthService());
    services.getServices().forEach(builder::addService);
    try {
      return builder.build().start();
    } catch (IOException e) {
      services.close();
      throw new IllegalStateException("No loopback port is free for Temporal's test server.", e);
    }
  }

  @Override
  public String target() {
    return "127.0.0.1:" + server.getPort();
  }

  @Override
  public WorkflowClient client() {
    return WorkflowClient.newInstance(
        stubs, WorkflowClientOptions.newBuilder().setDataConverter(Wire.converter()).build());
  }

  /**
   * Lets simulated time pass: timers fire on the way, and time waits wherever a task is under way.
   */
  void pass(Duration duration) {
    var passed = new Answer<SleepResponse>();
    leakedLocks.during(() -> {
      time.unlockTimeSkippingWithSleep(
          SleepRequest.newBuilder().setDuration(Durations.fromMillis(duration.toMillis())).build(),
          passed);
      passed.join();
    });
  }

  private void unlock() {
    time.unlockTimeSkipping(UnlockTimeSkippingRequest.getDefaultInstance(), new Answer<>());
  }

  /** The server's clock: what timers, histories and everything else in the demo go by. */
  @Override
  public Clock clock() {
    return new ServerClock(ZoneOffset.UTC);
  }

  @Override
  public void close() {
    leakedLocks.close();
    stubs.shutdownNow();
    channel.shutdownNow();
    inside.shutdownNow();
    server.shutdownNow();
    services.close();
  }

  private Instant now() {
    var answer = new Answer<GetCurrentTimeResponse>();
    time.getCurrentTime(Empty.getDefaultInstance(), answer);
    return Instant.ofEpochMilli(Timestamps.toMillis(answer.join().getTime()));
  }

  private final class ServerClock extends Clock {
    private final ZoneId zone;

    ServerClock(ZoneId zone) {
      this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new ServerClock(other);
    }

    @Override
    public Instant instant() {
      return now();
    }
  }

  /** The one value of a call that is made inside the process. */
  private static final class Answer<T> extends CompletableFuture<T> implements StreamObserver<T> {
    @Override
    public void onNext(T value) {
      complete(value);
    }

    @Override
    public void onError(Throwable failure) {
      completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {}
  }
}
