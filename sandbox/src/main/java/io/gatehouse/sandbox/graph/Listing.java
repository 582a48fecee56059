package io.gatehouse.sandbox.graph;

import java.util.Collection;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Stream;

/** A list in the order of its keys that can be read from any key on. */
interface Listing<T> {
  /** The items whose keys come after this one; lazy where the list is long. */
  Stream<T> after(String key);

  String key(T item);

  default long count() {
    return after("").count();
  }

  /** A list that is in memory anyway. */
  static <T> Listing<T> of(Collection<T> items, Function<T, String> key) {
    return new Listing<>() {
      @Override
      public Stream<T> after(String last) {
        return items.stream()
            .filter(item -> key.apply(item).compareTo(last) > 0)
            .sorted(Comparator.comparing(key));
      }

      @Override
      public String key(T item) {
        return key.apply(item);
      }
    };
  }
}
