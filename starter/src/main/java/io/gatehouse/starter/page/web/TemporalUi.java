package io.gatehouse.starter.page.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.temporal.SearchAttributes;
import io.gatehouse.temporal.WorkflowIds;
import java.net.URLEncoder;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Ways into the Temporal UI, to the same that a page shows. The UI takes a query of its list in its
 * address.
 *
 * @param address without a slash at its end
 */
public record TemporalUi(String address, String namespace, String tenant) {

  /** The newest run for one guest. */
  public String lifecycle(String guestId) {
    return list(
        "WorkflowId = \"%s\"".formatted(WorkflowIds.guest(new LifecycleRef(tenant, guestId, ""))));
  }

  /**
   * Lifecycles as the pages' list shows them. What waits for the gate has no attribute there, so
   * WAITING leads to those that need an operator.
   *
   * @param state OPEN, WAITING, CLOSED or null
   */
  public String lifecycles(@Nullable String state, @Nullable String trigger) {
    var terms = new ArrayList<String>();
    terms.add("WorkflowType = \"GuestLifecycleWorkflow\"");
    terms.add("WorkflowId STARTS_WITH \"guest/%s/\"".formatted(tenant));
    switch (state) {
      case "OPEN" -> terms.add("ExecutionStatus = \"Running\"");
      case "WAITING" -> {
        terms.add("ExecutionStatus = \"Running\"");
        terms.add("%s = \"NEEDS_OPERATOR\"".formatted(SearchAttributes.STAGE.getName()));
      }
      case "CLOSED" -> terms.add("ExecutionStatus != \"Running\"");
      case null, default -> {}
    }
    if (trigger != null) {
      terms.add("%s = \"%s\"".formatted(SearchAttributes.TRIGGER.getName(), trigger));
    }
    return list(String.join(" AND ", terms));
  }

  /** Scans, newest first. */
  public String scans() {
    return list("WorkflowId STARTS_WITH \"%s\"".formatted(WorkflowIds.scan(tenant)));
  }

  private String list(String query) {
    return "%s/namespaces/%s/workflows?query=%s"
        .formatted(
            address,
            URLEncoder.encode(namespace, UTF_8),
            URLEncoder.encode(query, UTF_8).replace("+", "%20"));
  }
}
