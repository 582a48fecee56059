package io.gatehouse.worker.outage;

import io.gatehouse.actor.ActorActivities;
import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.guest.LookActivities;
import io.gatehouse.guest.RecordActivities;
import io.gatehouse.guest.ScanActivities;
import io.gatehouse.guest.ScanReadActivities;
import io.gatehouse.safety.HoldingActivities;
import io.gatehouse.safety.ReservationActivities;
import io.gatehouse.sponsor.MailActivities;
import io.gatehouse.sponsor.SponsorActivities;
import io.gatehouse.watch.WatchActivities;
import io.gatehouse.worker.actor.SenderProver;
import io.gatehouse.worker.guest.GuestLooker;
import io.gatehouse.worker.guest.LifecycleOpener;
import io.gatehouse.worker.guest.LifecycleRecorder;
import io.gatehouse.worker.guest.ScanReader;
import io.gatehouse.worker.guest.ScanRecorder;
import io.gatehouse.worker.house.House;
import io.gatehouse.worker.house.TryHouse;
import io.gatehouse.worker.house.TryTemporal;
import io.gatehouse.worker.mail.Postman;
import io.gatehouse.worker.mail.Smtp;
import io.gatehouse.worker.safety.HoldingsComparer;
import io.gatehouse.worker.safety.SlotReserver;
import io.gatehouse.worker.sponsor.Asker;
import io.gatehouse.worker.watch.LifecycleWatch;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The activities of one worker, as they stand beside each other in production. */
record Crew(
    ScanReadActivities reader,
    ScanActivities scans,
    LookActivities looker,
    SponsorActivities asker,
    MailActivities postman,
    ReservationActivities slots,
    RecordActivities lifecycles,
    ActorActivities prover,
    WatchActivities watch,
    HoldingActivities comparer) {

  /**
   * @param worker the house as this worker reaches it
   */
  static Crew of(TryHouse house, House worker) {
    DirectoryReader directory = house.reader();
    var opener = new LifecycleOpener(worker, directory, TryTemporal.client());
    return new Crew(
        new ScanReader(worker, directory, opener),
        new ScanRecorder(worker, TryTemporal.client()),
        new GuestLooker(worker, house.looker()),
        new Asker(worker, directory, TryTemporal.client()),
        new Postman(
            worker,
            new Smtp(house.mail(), house.clock()),
            "https://guests.contoso.example.com",
            "contoso.example.com"),
        new SlotReserver(worker),
        new LifecycleRecorder(worker),
        new SenderProver(worker),
        new LifecycleWatch(worker, TryTemporal.client()),
        new HoldingsComparer(worker, house.looker()));
  }

  /** One that does nothing but tell which activities were called. */
  static Crew telling(Consumer<Method> called) {
    return new Crew(
        telling(ScanReadActivities.class, called),
        telling(ScanActivities.class, called),
        telling(LookActivities.class, called),
        telling(SponsorActivities.class, called),
        telling(MailActivities.class, called),
        telling(ReservationActivities.class, called),
        telling(RecordActivities.class, called),
        telling(ActorActivities.class, called),
        telling(WatchActivities.class, called),
        telling(HoldingActivities.class, called));
  }

  private static <T> T telling(Class<T> activities, Consumer<Method> called) {
    return activities.cast(
        Proxy.newProxyInstance(
            activities.getClassLoader(),
            new Class<?>[] {activities},
            (_, method, _) -> {
              called.accept(method);
              return nothing(method.getReturnType());
            }));
  }

  private static @Nullable Object nothing(Class<?> type) {
    if (type == int.class) {
      return 0;
    }
    return type == boolean.class ? Boolean.FALSE : null;
  }
}
