package io.gatehouse.worker.outage;

import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.worker.guest.LifecycleOpener;
import io.gatehouse.worker.guest.LifecycleRecorder;
import io.gatehouse.worker.guest.ScanReader;
import io.gatehouse.worker.guest.ScanRecorder;
import io.gatehouse.worker.house.House;
import io.gatehouse.worker.house.TryHouse;
import io.gatehouse.worker.house.TryTemporal;
import io.gatehouse.worker.mail.Postman;
import io.gatehouse.worker.mail.Smtp;
import io.gatehouse.worker.safety.SlotReserver;
import io.gatehouse.worker.sponsor.Asker;

/** The activities of one worker, as they stand beside each other in production. */
record Crew(
    ScanReader reader,
    ScanRecorder scans,
    Asker asker,
    Postman postman,
    SlotReserver slots,
    LifecycleRecorder lifecycles) {

  /**
   * @param worker the house as this worker reaches it
   */
  static Crew of(TryHouse house, House worker) {
    DirectoryReader directory = house.reader();
    var opener = new LifecycleOpener(worker, directory, TryTemporal.client());
    return new Crew(
        new ScanReader(worker, directory, opener),
        new ScanRecorder(worker, TryTemporal.client()),
        new Asker(worker, directory, TryTemporal.client()),
        new Postman(
            worker,
            new Smtp(house.mail(), house.clock()),
            "https://guests.contoso.example.com",
            "contoso.example.com"),
        new SlotReserver(worker),
        new LifecycleRecorder(worker));
  }
}
