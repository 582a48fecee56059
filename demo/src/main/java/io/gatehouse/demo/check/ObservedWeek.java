package io.gatehouse.demo.check;

import io.gatehouse.sandbox.Sandbox;
import io.gatehouse.sandbox.graph.ServedRequest;
import io.gatehouse.store.Store;
import io.gatehouse.store.lifecycle.LifecycleFilter;
import java.util.ArrayList;
import java.util.List;

/** What the tenant saw while Gatehouse only observed: nothing but reading. */
public final class ObservedWeek {
  private final Sandbox sandbox;
  private final Store store;
  private final List<String> broken = new ArrayList<>();

  public ObservedWeek(Sandbox sandbox, Store store) {
    this.sandbox = sandbox;
    this.store = store;
  }

  /** Looks, at the moment the observing ends. */
  public void end() {
    List<String> writes =
        sandbox.graph().served().stream()
            .filter(ServedRequest::isWrite)
            .map(request -> request.method() + " " + request.template())
            .toList();
    if (!writes.isEmpty()) {
      broken.add("Graph received " + writes);
    }
    if (!sandbox.tenant().auditLog().isEmpty()) {
      broken.add("the tenant's audit log has entries: " + sandbox.tenant().auditLog());
    }
    if (sandbox.postOffice().count() > 0) {
      broken.add(sandbox.postOffice().count() + " mails were sent");
    }
    if (!store.lifecycleList().list(LifecycleFilter.all(1)).isEmpty()) {
      broken.add("a lifecycle was opened");
    }
  }

  Invariant check() {
    return new Invariant("observing wrote nothing and mailed no one", broken);
  }
}
