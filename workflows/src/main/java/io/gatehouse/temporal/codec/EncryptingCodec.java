package io.gatehouse.temporal.codec;

import io.gatehouse.temporal.codec.UnreadablePayload.Reason;
import io.temporal.api.common.v1.Payload;
import io.temporal.payload.codec.PayloadCodec;
import io.temporal.payload.context.HasWorkflowSerializationContext;
import io.temporal.payload.context.SerializationContext;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts what the SDK sends for the workflow it is sent to, and reads only what was written for
 * the workflow it is read in.
 *
 * <p>The SDK (1.39) names the workflow for starts, results, Updates, signals, queries, activities,
 * continue-as-new, children, schedules' actions, failures and summaries. It names none for a
 * schedule's memo and for a worker's own word that it does not know an activity: those belong to
 * the namespace, and are read anywhere in it.
 */
public final class EncryptingCodec implements PayloadCodec {
  /** What the server puts behind the id of a workflow that a schedule starts. */
  private static final Pattern SCHEDULED =
      Pattern.compile("-\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");

  private final PayloadCipher cipher;
  private final PlaintextWindow window;
  private final String workflowId;

  public EncryptingCodec(PayloadCipher cipher, PlaintextWindow window) {
    this(cipher, window, "");
  }

  private EncryptingCodec(PayloadCipher cipher, PlaintextWindow window, String workflowId) {
    this.cipher = cipher;
    this.window = window;
    this.workflowId = workflowId;
  }

  @Override
  public PayloadCodec withContext(SerializationContext context) {
    // Its namespace is not asked: where a description is read, SDK 1.39 names the parent's instead.
    return context instanceof HasWorkflowSerializationContext of
        ? new EncryptingCodec(cipher, window, orNone(of.getWorkflowId()))
        : this;
  }

  /** An activity that no workflow started has no workflow id, whatever the SDK's types say. */
  private static String orNone(@Nullable String workflowId) {
    return workflowId == null ? "" : workflowId;
  }

  @Override
  public List<Payload> encode(List<Payload> payloads) {
    return payloads.stream().map(each -> cipher.encrypt(each, workflowId)).toList();
  }

  @Override
  public List<Payload> decode(List<Payload> payloads) {
    return payloads.stream().map(this::decode).toList();
  }

  private Payload decode(Payload payload) {
    if (!PayloadCipher.isEncrypted(payload)) {
      requirePlaintextAllowed();
      return payload;
    }
    String stored = PayloadCipher.workflowOf(payload);
    if (!isReadableIn(workflowId, stored)) {
      throw new UnreadablePayload(
          Reason.OTHER_WORKFLOW,
          "A payload was written for %s and stands in %s: somebody moved it, and it is refused."
              .formatted(PayloadCipher.words(stored), PayloadCipher.words(workflowId)));
    }
    return cipher.decrypt(payload);
  }

  /** A schedule writes the input once, for the id without the time that each run gets. */
  static boolean isReadableIn(String workflowId, String stored) {
    return stored.isEmpty()
        || stored.equals(workflowId)
        || workflowId.startsWith(stored)
            && SCHEDULED.matcher(workflowId.substring(stored.length())).matches();
  }

  private void requirePlaintextAllowed() {
    if (!window.isOpen()) {
      throw new UnreadablePayload(
          Reason.PLAINTEXT,
          "A payload is not encrypted and is refused%s: whoever wrote it works without keys, as Temporal's own UI and command line do."
              .formatted(
                  window.until() == null
                      ? ""
                      : ", because plaintext was read until " + window.until()));
    }
  }
}
