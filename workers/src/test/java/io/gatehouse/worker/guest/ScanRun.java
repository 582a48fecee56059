package io.gatehouse.worker.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.OpenedBatch;
import io.gatehouse.guest.ScanPage;
import io.gatehouse.safety.Judgement;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.store.guest.GuestRow;
import io.gatehouse.store.lifecycle.LifecycleRow;
import io.gatehouse.store.scan.ScanRow;
import io.gatehouse.worker.house.TryHouse;
import io.gatehouse.worker.house.TryTemporal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;

/** Scans as the scan workflow does, step by step, so that a test can come in between. */
public final class ScanRun {
  private final TryHouse house;
  private final ScanReader reader;
  private final ScanRecorder recorder;

  public ScanRun(TryHouse house) {
    this.house = house;
    DirectoryReader directory = house.reader();
    var opener = new LifecycleOpener(house.house(), directory, TryTemporal.client());
    this.reader = new ScanReader(house.house(), directory, opener);
    this.recorder = new ScanRecorder(house.house(), TryTemporal.client());
  }

  public ScanReader reader() {
    return reader;
  }

  public ScanRecorder recorder() {
    return recorder;
  }

  /** Begins and reads all lists to their ends, a day after whatever came before. */
  public String read() {
    String scan = begin();
    readSponsors(scan);
    readGuests(scan);
    reader.readInvitations(scan);
    return scan;
  }

  public String begin() {
    house.clock().pass(Duration.ofDays(1));
    String scan = UUID.randomUUID().toString();
    recorder.begin(scan);
    return scan;
  }

  public void readGuests(String scan) {
    pages(page -> reader.readPage(scan, page));
  }

  public void readSponsors(String scan) {
    pages(page -> reader.readSponsors(scan, page));
  }

  private static void pages(IntFunction<ScanPage> reading) {
    int page = 1;
    while (reading.apply(page).more()) {
      page++;
    }
  }

  /** A complete scan that has something to be compared with. */
  public String fit() {
    String scan = read();
    assertThat(judge(scan)).isEqualTo(new Judgement.Fit());
    return scan;
  }

  public Judgement judge(String scan) {
    return recorder.judge(scan, null);
  }

  /** A complete scan that opens nothing. */
  public Judgement look() {
    return judge(read());
  }

  public OpenedBatch openAll(String scan) {
    int opened = 0;
    int exempt = 0;
    String cursor = null;
    do {
      OpenedBatch batch = reader.open(scan, cursor);
      opened += batch.opened();
      exempt += batch.exempt();
      cursor = batch.cursor();
    } while (cursor != null);
    return new OpenedBatch(opened, exempt, null);
  }

  public GuestRow row(NamedGuest guest) {
    return house.store().guests().find(house.idOf(guest)).orElseThrow();
  }

  public ScanRow scan(String scan) {
    return house.store().scans().find(UUID.fromString(scan)).orElseThrow();
  }

  List<LifecycleRef> running() {
    return house
        .store()
        .lifecycleList()
        .list(io.gatehouse.store.lifecycle.LifecycleFilter.all(100))
        .stream()
        .filter(LifecycleRow::isOpen)
        .map(row ->
            new LifecycleRef(house.house().tenant(), row.guestId(), row.openingId().toString()))
        .toList();
  }

  public LifecycleRef running(NamedGuest guest) {
    return find(guest).orElseThrow();
  }

  public boolean isRunning(NamedGuest guest) {
    return find(guest).isPresent();
  }

  private Optional<LifecycleRef> find(NamedGuest guest) {
    return running().stream().filter(ref -> ref.guestId().equals(house.idOf(guest))).findFirst();
  }
}
