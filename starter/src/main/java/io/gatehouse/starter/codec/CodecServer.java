package io.gatehouse.starter.codec;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.gatehouse.actor.AppRole;
import io.gatehouse.starter.page.web.ForRoles;
import io.gatehouse.starter.page.web.SignedIn;
import io.gatehouse.temporal.codec.PayloadCipher;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.Payloads;
import io.temporal.payload.codec.PayloadCodecException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the Temporal UI calls from the reader's browser to show payloads. It speaks Temporal's codec
 * contract: {@code {"payloads": [..]}} in proto-JSON both ways. Only decoding: nobody has to write
 * payloads by hand, and who may read is not who may write.
 *
 * <p>{@code X-Namespace} is not asked: it is the browser's word, and our keys open one namespace.
 * The UI tries again after 5xx and shows the encoded payload after 4xx.
 */
@RestController
@ForRoles(
    value = {AppRole.OPERATOR, AppRole.APPROVER, AppRole.AUDITOR},
    onlyShows = true)
public final class CodecServer {
  /** More than a page of history, whose payloads Temporal limits to 2 MB each. */
  private static final int MAX_BYTES = 32 * 1024 * 1024;

  private final Optional<PayloadCipher> cipher;
  private final DecodeAudit audit;

  public CodecServer(Optional<PayloadCipher> cipher, DecodeAudit audit) {
    this.cipher = cipher;
    this.audit = audit;
  }

  @PostMapping(path = "/codec/decode", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> decode(HttpServletRequest request) throws IOException {
    if (cipher.isEmpty()) {
      return refusal(HttpStatus.NOT_FOUND, "This process has no keys.");
    }
    byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
    if (body.length > MAX_BYTES) {
      return refusal(HttpStatus.CONTENT_TOO_LARGE, "That is too much at once.");
    }
    try {
      List<Payload> asked = parse(body);
      List<Payload> opened = asked.stream().map(this::open).toList();
      // Before anybody sees anything: no ledger, no decoding.
      audit.record(asked, SignedIn.current().map(SignedIn::subject).orElse("this machine"));
      return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json(opened));
    } catch (InvalidProtocolBufferException notOurs) {
      return refusal(HttpStatus.BAD_REQUEST, "That is no list of payloads.");
    } catch (PayloadCodecException unreadable) {
      return refusal(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(unreadable.getMessage()));
    }
  }

  /** What is plain already, such as what the SDK writes into markers, is shown as it is. */
  private Payload open(Payload payload) {
    return PayloadCipher.isEncrypted(payload) ? cipher.orElseThrow().decrypt(payload) : payload;
  }

  private static List<Payload> parse(byte[] body) throws InvalidProtocolBufferException {
    var payloads = Payloads.newBuilder();
    JsonFormat.parser()
        .ignoringUnknownFields()
        .merge(new String(body, StandardCharsets.UTF_8), payloads);
    return payloads.getPayloadsList();
  }

  private static String json(List<Payload> payloads) throws InvalidProtocolBufferException {
    return JsonFormat.printer()
        .omittingInsignificantWhitespace()
        .print(Payloads.newBuilder().addAllPayloads(payloads));
  }

  private static ResponseEntity<String> refusal(HttpStatus status, String sentence) {
    return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(sentence + "\n");
  }
}
