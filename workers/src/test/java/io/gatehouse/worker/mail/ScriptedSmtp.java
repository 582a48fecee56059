package io.gatehouse.worker.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that gives the answers it was told to, for what a good one does not do. */
final class ScriptedSmtp implements AutoCloseable {
  /** The answer that ends the connection without a word. */
  static final String CUT = "cut";

  private final ServerSocket socket;
  private final Map<String, String> answers;
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final AtomicInteger taken = new AtomicInteger();

  /**
   * @param answers by the command's first word; everything else is answered as usual
   */
  ScriptedSmtp(Map<String, String> answers) {
    this.answers = answers;
    try {
      this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return socket.getLocalPort();
  }

  /** How many letters it said to have taken. */
  int taken() {
    return taken.get();
  }

  /** Every line of the client, in order. */
  List<String> heard() {
    return heard;
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        talk(client);
      } catch (SocketException closed) {
        // The test or the client ended it.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void talk(Socket client) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    say(client, answers.getOrDefault("connect", "220 scripted"));
    boolean data = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      heard.add(line);
      String word = data ? line : line.split("[ :]", 2)[0];
      if (data && !line.equals(".")) {
        continue;
      }
      String answer = answers.getOrDefault(word, usual(word));
      if (answer.equals(CUT)) {
        client.setSoLinger(true, 0); // a reset, not a farewell
        return;
      }
      if (word.equals(".") && answer.startsWith("250")) {
        taken.incrementAndGet();
      }
      data = word.equals("DATA") && answer.startsWith("354");
      say(client, answer);
    }
  }

  private static String usual(String word) {
    return switch (word) {
      case "DATA" -> "354 go on";
      case "QUIT" -> "221 bye";
      case "EHLO" -> "250-scripted\r\n250 AUTH PLAIN LOGIN";
      default -> "250 OK";
    };
  }

  private static void say(Socket client, String answer) throws IOException {
    client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
