package io.gatehouse.starter.codec;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** Asks the codec server as a browser does on a page of the Temporal UI. */
final class UiPage {
  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private final String origin;

  UiPage(int port, String origin) {
    this.port = port;
    this.origin = origin;
  }

  HttpResponse<String> decode(String body) {
    return send(request("/codec/decode").POST(BodyPublishers.ofString(body)));
  }

  /** What a browser asks before it asks for a page of this origin. */
  HttpResponse<String> preflight(String origin) {
    return send(
        HttpRequest.newBuilder(address("/codec/decode"))
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST")
            .header(
                "Access-Control-Request-Headers",
                "content-type,x-namespace,authorization,authorization-extras")
            .method("OPTIONS", BodyPublishers.noBody()));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address(path))
        .header("Origin", origin)
        .header("Content-Type", "application/json")
        .header("X-Namespace", "whatever");
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static String json(Payload... payloads) {
    try {
      return JsonFormat.printer().print(Payloads.newBuilder().addAllPayloads(List.of(payloads)));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The contents of the payloads in an answer. */
  static List<String> texts(HttpResponse<String> answer) throws InvalidProtocolBufferException {
    var payloads = Payloads.newBuilder();
    JsonFormat.parser().merge(answer.body(), payloads);
    return payloads.getPayloadsList().stream().map(each -> each.getData().toStringUtf8()).toList();
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
