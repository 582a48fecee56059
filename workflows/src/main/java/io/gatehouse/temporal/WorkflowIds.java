package io.gatehouse.temporal;

import io.gatehouse.guest.LifecycleRef;

/** Ids that an administrator can read. Object ids are pseudonyms; names never stand here. */
public final class WorkflowIds {
  private WorkflowIds() {}

  public static String guest(LifecycleRef ref) {
    return "guest/" + ref.tenant() + "/" + ref.guestId();
  }

  public static String desk(String tenant, String sponsorId) {
    return "desk/" + tenant + "/" + sponsorId;
  }

  public static String scan(String tenant) {
    return "scan/" + tenant;
  }

  public static String watch(String tenant) {
    return "watch/" + tenant;
  }
}
