package io.gatehouse.temporal;

import io.gatehouse.guest.GuestLifecycleWorkflowImpl;
import io.gatehouse.guest.GuestScanWorkflowImpl;
import io.gatehouse.sponsor.SponsorDeskWorkflowImpl;
import io.gatehouse.watch.LifecycleWatchWorkflowImpl;

/** The workflows of this build: what workers run is what is replayed before an upgrade. */
public final class Implementations {
  private Implementations() {}

  public static Class<?>[] all() {
    return new Class<?>[] {
      GuestScanWorkflowImpl.class,
      GuestLifecycleWorkflowImpl.class,
      SponsorDeskWorkflowImpl.class,
      LifecycleWatchWorkflowImpl.class
    };
  }
}
