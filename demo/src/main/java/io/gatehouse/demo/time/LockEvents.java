package io.gatehouse.demo.time;

import io.temporal.internal.testservice.TestServicesStarter;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.Set;

/**
 * The test server's list of what locks its time. It keeps every event for its diagnostics and walks
 * the list for each one that ends (1.39: a fifth of a demo's CPU with 400 guests, and quadratic).
 * This one finds them by hash and is put in the place of the server's.
 */
final class LockEvents extends LinkedList<Object> {
  private static final long serialVersionUID = 1;

  private final transient Set<Object> events = new LinkedHashSet<>();
  private volatile long changes;

  /**
   * @throws IllegalStateException when another version of the server keeps its locks otherwise
   */
  static LockEvents replaceIn(TestServicesStarter services) {
    try {
      Object timer = opened(services.getClass(), "selfAdvancingTimer").get(services);
      Field events = opened(timer.getClass(), "lockEvents");
      var fast = new LockEvents();
      fast.events.addAll((Collection<?>) events.get(timer));
      events.set(timer, fast);
      return fast;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("This version of Temporal's test server is not known.", e);
    }
  }

  private static Field opened(Class<?> type, String name) throws NoSuchFieldException {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  /** Grows with each lock that is taken or given back; only the server changes the list. */
  long changes() {
    return changes;
  }

  @Override
  public boolean add(Object event) {
    changes = changes + 1;
    return events.add(event);
  }

  @Override
  public boolean remove(Object event) {
    changes = changes + 1;
    return events.remove(event);
  }

  @Override
  public Iterator<Object> iterator() {
    return events.iterator();
  }
}
