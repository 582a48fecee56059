package io.gatehouse.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonParser;
import io.gatehouse.graph.CallBudget.Bucket;
import io.gatehouse.graph.GraphFailure.BrokenAnswer;
import io.gatehouse.graph.GraphFailure.Transient;
import java.io.IOException;
import java.io.InterruptedIOException;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import org.junit.jupiter.api.Test;

class GraphAnswerTest {

  private static final GraphCall CALL = new GraphCall("GET /users", Bucket.READ);

  @Test
  void a_body_that_does_not_arrive_in_time_is_transient() {
    var failed = failureOf(new InterruptedIOException("timeout"));

    assertThat(failed.failure()).isEqualTo(new Transient("the body did not arrive in time"));
  }

  @Test
  void a_body_that_is_cut_is_a_broken_answer() {
    var failed = failureOf(new IOException("unexpected end of stream"));

    assertThat(failed.failure()).isInstanceOf(BrokenAnswer.class);
  }

  @Test
  void a_request_id_that_a_gateway_took_away_is_none() {
    try (var answer = answerThatEndsWith(new IOException())) {
      assertThat(answer.requestId()).isEqualTo("none");
    }
  }

  private static GraphException failureOf(IOException end) {
    return catchThrowableOfType(
        GraphException.class, () -> answerThatEndsWith(end).read(JsonParser::parseReader));
  }

  /** The body begins as JSON should, and then the connection does what {@code end} says. */
  private static GraphAnswer answerThatEndsWith(IOException end) {
    var beginning = new Buffer().writeUtf8("{\"value\":[");
    var source =
        new ForwardingSource(beginning) {
          @Override
          public long read(Buffer sink, long byteCount) throws IOException {
            if (beginning.exhausted()) {
              throw end;
            }
            return super.read(sink, byteCount);
          }
        };
    var response =
        new Response.Builder()
            .request(new Request.Builder().url("http://127.0.0.1/").build())
            .protocol(Protocol.HTTP_1_1)
            .code(200)
            .message("OK")
            .body(ResponseBody.create(Okio.buffer(source), MediaType.get("application/json"), -1))
            .build();
    return new GraphAnswer(CALL, response);
  }
}
