package io.gatehouse.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The cable between a process and PostgreSQL, to be cut at a word of the conversation. Every
 * connection is dead then; new ones are let through, as after a failover.
 */
public final class Cable implements AutoCloseable {
  /** Where a word is cut off. */
  public enum Cut {
    /** PostgreSQL never hears it. */
    BEFORE,
    /** PostgreSQL heard it and did it; its answer is lost. */
    AFTER
  }

  /**
   * What one side said at once.
   *
   * @param begins false when it goes on with what PostgreSQL has not answered yet: a batch comes in
   *     as many pieces as the network makes of it
   */
  private record Piece(String text, boolean begins) {
    Optional<String> statement() {
      Matcher statement = STATEMENT.matcher(text);
      return begins && statement.find()
          ? Optional.of(statement.group().replaceAll("\\s+", " "))
          : Optional.empty();
    }
  }

  private record Order(Predicate<Piece> at, Cut cut) {}

  private static final int LARGEST_PIECE = 64 * 1024;

  /** The house's own: how a connection is opened, checked and described is not counted. */
  private static final Pattern STATEMENT =
      Pattern.compile(
          "(insert into|update|delete from|from)\\s+(gatehouse|evidence)\\.\\w+|pg_advisory\\w+|COMMIT");

  private final ServerSocket plug;
  private final int port;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicReference<@Nullable Order> order = new AtomicReference<>();

  /**
   * Plugs in.
   *
   * @param port PostgreSQL's on this computer
   */
  public Cable(int port) {
    this.port = port;
    try {
      this.plug = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  public int port() {
    return plug.getLocalPort();
  }

  /** Cuts once, when the process next says this word. */
  public void cutAt(String word, Cut cut) {
    order.set(new Order(piece -> piece.text().contains(word), cut));
  }

  /** Cuts once, at the process's statement of this number; the next one it says is number 1. */
  public void cutAtStatement(int number, Cut cut) {
    var said = new AtomicInteger();
    order.set(
        new Order(piece -> piece.statement().isPresent() && said.incrementAndGet() == number, cut));
  }

  /** Does the work and lets the listener hear each of its statements before PostgreSQL does. */
  public void listening(Consumer<String> listener, Runnable work) {
    order.set(
        new Order(
            piece -> {
              piece.statement().ifPresent(listener);
              return false;
            },
            Cut.BEFORE));
    work.run();
    order.set(null);
  }

  /** Whether the word has not come yet; when it has, the cut is over. */
  public synchronized boolean isWaiting() {
    return order.get() != null;
  }

  /** Cuts now. */
  public synchronized void cut() {
    Set<Socket> dead = Set.copyOf(open); // who hears of it first may be back before the last is cut
    open.removeAll(dead);
    dead.forEach(Cable::close);
  }

  private void accept() {
    while (!plug.isClosed()) {
      try {
        Socket process = plug.accept();
        var server = new Socket(InetAddress.getLoopbackAddress(), port);
        open.add(process);
        open.add(server);
        var line = new Line(process, server);
        threads.execute(line::questions);
        threads.execute(line::answers);
      } catch (IOException _) {
        return; // unplugged
      }
    }
  }

  /** One connection. */
  private final class Line {
    private final Socket process;
    private final Socket server;
    private volatile boolean lastQuestion;
    private volatile boolean answered = true;

    Line(Socket process, Socket server) {
      this.process = process;
      this.server = server;
    }

    void questions() {
      pass(process, server, this::mayPass);
    }

    void answers() {
      pass(
          server,
          process,
          _ -> {
            answered = true;
            return !lastQuestion;
          });
    }

    private boolean mayPass(String text) {
      var piece = new Piece(text, answered);
      answered = false;
      Order waiting = order.get();
      if (waiting == null || !waiting.at().test(piece)) {
        return true;
      }
      if (!order.compareAndSet(waiting, null)) {
        return true;
      }
      lastQuestion = true;
      return waiting.cut() == Cut.AFTER;
    }
  }

  private interface Gate {
    boolean lets(String piece);
  }

  private void pass(Socket from, Socket to, Gate gate) {
    var piece = new byte[LARGEST_PIECE];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      int length = in.read(piece);
      while (length >= 0) {
        if (!gate.lets(new String(piece, 0, length, StandardCharsets.ISO_8859_1))) {
          cut();
          return;
        }
        out.write(piece, 0, length);
        length = in.read(piece);
      }
    } catch (IOException _) {
      // one side hung up, or the cable was cut: the other side hears of it below
    } finally {
      close(from);
      close(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      plug.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
    threads.close();
  }
}
