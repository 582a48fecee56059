package io.gatehouse.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Where each part of the topology listens: in containers by name and a port of its own, here at
 * loopback and any free port.
 */
final class Places {
  /** A port that somebody listens on, with its address in docker-compose.yml. */
  enum Place {
    POSTGRES("postgres:5432"),
    TEMPORAL("temporal:7233"),
    UI("127.0.0.1:8080"),
    PAGES("127.0.0.1:8085"),
    GRAPH("127.0.0.1:8089"),
    SIGN_IN("127.0.0.1:8090"),
    MAIL("127.0.0.1:1025"),
    HEALTH("127.0.0.1:8086"),
    PAGES_HEALTH("127.0.0.1:8087"),
    OTHER_HEALTH("nowhere"),
    FRONTEND_HTTP("nowhere"),
    FRONTEND_MEMBERSHIP("nowhere"),
    HISTORY_GRPC("nowhere"),
    HISTORY_MEMBERSHIP("nowhere"),
    MATCHING_GRPC("nowhere"),
    MATCHING_MEMBERSHIP("nowhere"),
    WORKER_GRPC("nowhere"),
    WORKER_MEMBERSHIP("nowhere");

    private final String inside;

    Place(String inside) {
      this.inside = inside;
    }
  }

  private static final int LOWEST = 15_000;

  /** On PostgreSQL Temporal keeps its ports as numbers of two bytes, with a sign. */
  private static final int HIGHEST = 32_767;

  private final Map<Place, Integer> ports = new EnumMap<>(Place.class);

  Places() {
    int candidate = LOWEST + ThreadLocalRandom.current().nextInt(10_000);
    for (Place place : Place.values()) {
      while (!free(++candidate)) {
        assertThat(candidate).isLessThan(HIGHEST);
      }
      ports.put(place, candidate);
    }
  }

  private static boolean free(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException inUse) {
      return false;
    }
  }

  int port(Place place) {
    return ports.getOrDefault(place, 0);
  }

  String text(Place place) {
    return Integer.toString(port(place));
  }

  String at(Place place) {
    return "127.0.0.1:" + port(place);
  }

  List<Place> listening() {
    return ports.entrySet().stream()
        .filter(each -> Program.answers(each.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** An environment of docker-compose.yml with the addresses of this machine. */
  Map<String, String> here(Map<String, String> environment) {
    var moved = new LinkedHashMap<String, String>();
    environment.forEach((name, value) -> moved.put(name, here(value)));
    return moved;
  }

  String here(String value) {
    String here = value;
    for (Place place : Place.values()) {
      here = here.replace(place.inside, at(place));
    }
    return here;
  }

  /** The same for the words of a command, where ports stand alone. */
  List<String> here(List<String> command) {
    return command.stream().map(this::wordHere).toList();
  }

  private String wordHere(String word) {
    return word.equals("0.0.0.0")
        ? "127.0.0.1"
        : Arrays.stream(Place.values())
            .filter(place -> place.inside.endsWith(":" + word))
            .findFirst()
            .map(this::text)
            .orElse(word);
  }
}
