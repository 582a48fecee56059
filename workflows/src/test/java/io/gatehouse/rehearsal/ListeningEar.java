package io.gatehouse.rehearsal;

import io.gatehouse.sponsor.Delivery;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;

/** Listens for ever. */
public final class ListeningEar implements Ear {
  private final List<Delivery> heard = new ArrayList<>();

  @Override
  public void run() {
    Workflow.await(() -> false);
  }

  @Override
  public void heard(Delivery delivery) {
    heard.add(delivery);
  }

  @Override
  public Delivery[] deliveries() {
    return heard.toArray(Delivery[]::new);
  }
}
