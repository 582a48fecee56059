package io.gatehouse.graph;

import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.gatehouse.graph.GraphFailure.Transient;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** A 2xx answer whose body has not been read yet. Close it; reading it closes it too. */
public final class GraphAnswer implements AutoCloseable {

  /** Reads exactly one JSON value from the reader. */
  @FunctionalInterface
  public interface JsonReading<T> {
    T read(JsonReader json) throws IOException;
  }

  private final GraphCall call;
  private final Response response;
  private final MessageDigest digest = sha256Digest();

  GraphAnswer(GraphCall call, Response response) {
    this.call = call;
    this.response = response;
  }

  /** Graph's {@code request-id}; "none" when a gateway took it away. */
  public String requestId() {
    return Objects.requireNonNullElse(response.header("request-id"), "none");
  }

  /**
   * Reads the whole body as one JSON value while it streams by.
   *
   * @throws GraphException with BrokenAnswer when the body is cut, not JSON or not shaped as the
   *     reading expects; with Transient when it does not arrive in time
   */
  public <T> T read(JsonReading<T> reading) {
    try (var body = jsonBody();
        var stream = new DigestInputStream(body.byteStream(), digest);
        var json = new JsonReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      json.setStrictness(Strictness.STRICT);
      try {
        var value = reading.read(json);
        // Looking for the end reads to the end, so that the digest covers every byte.
        if (json.peek() != JsonToken.END_DOCUMENT) {
          throw new JsonParseException("more than one value");
        }
        return value;
      } catch (IOException | JsonParseException | IllegalStateException unreadable) {
        throw unreadable(json.getPath(), unreadable);
      }
    } catch (IOException notClosed) {
      throw broken("the connection broke", notClosed);
    }
  }

  /** SHA-256 of the body's bytes as they streamed by, in hex; call it after {@link #read}. */
  public String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * A flaw in what was read, for a caller that knows more than JSON. {@code what} holds no personal
   * data.
   */
  public GraphException broken(String what, Throwable cause) {
    return GraphException.broken(call, requestId(), what, cause);
  }

  @Override
  public void close() {
    response.close();
  }

  private ResponseBody jsonBody() {
    var body =
        Objects.requireNonNull(response.body(), "OkHttp gives every answer of a call a body");
    var type = body.contentType();
    if (type == null || !type.subtype().equals("json")) {
      body.close();
      throw GraphException.broken(
          call, requestId(), "status %d with %s, not JSON".formatted(response.code(), type), null);
    }
    return body;
  }

  private GraphException unreadable(String path, Exception cause) {
    for (Throwable deeper = cause; deeper != null; deeper = deeper.getCause()) {
      if (deeper instanceof InterruptedIOException) {
        return GraphException.of(
            call, new Transient("the body did not arrive in time"), requestId(), cause);
      }
    }
    return broken("JSON cut or malformed at " + path, cause);
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every JDK has SHA-256", impossible);
    }
  }
}
