package io.gatehouse.benchmark.scan;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** How much of this process's heap, in megabytes, is in use after collections. */
final class HeapWatch {
  private static final int MEGABYTE = 1_000_000;

  private final AtomicLong highest = new AtomicLong();

  HeapWatch() {
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      if (collector instanceof NotificationEmitter emitter) {
        emitter.addNotificationListener((notification, _) -> hear(notification), null, null);
      }
    }
  }

  private void hear(Notification notification) {
    if (notification
        .getType()
        .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
      var collection =
          GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
      long used =
          collection.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
              .filter(pool -> isHeap(pool.getKey()))
              .map(Map.Entry::getValue)
              .mapToLong(MemoryUsage::getUsed)
              .sum();
      highest.accumulateAndGet(used, Math::max);
    }
  }

  /** By the names of the serial collector, which the measured process runs with. */
  private static boolean isHeap(String pool) {
    return pool.contains("Eden") || pool.contains("Survivor") || pool.contains("Tenured");
  }

  /** What is alive now, after a full collection. */
  long live() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
  }

  /**
   * The most that a collection since the last call left in use, dead objects included; 0 without
   * one.
   */
  long most() {
    return highest.getAndSet(0) / MEGABYTE;
  }
}
