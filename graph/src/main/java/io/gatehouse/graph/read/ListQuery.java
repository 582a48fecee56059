package io.gatehouse.graph.read;

import com.microsoft.kiota.RequestInformation;
import io.gatehouse.graph.GraphConnection;
import java.util.List;

/**
 * What a list of all guests is asked for. Stated once for the request and for the words in which a
 * manifest names it.
 */
public enum ListQuery {

  /** No $expand and no ConsistencyLevel: neither goes with signInActivity in a dependable way. */
  GUESTS(List.of(GuestReading.SELECT), List.of()),

  SPONSORS(List.of("id"), List.of("sponsors($select=id,displayName,accountEnabled,mail,userType)"));

  private static final String FILTER = "userType eq 'Guest'";

  private final List<String> select;
  private final List<String> expand;

  ListQuery(List<String> select, List<String> expand) {
    this.select = select;
    this.expand = expand;
  }

  /**
   * The whole query as anybody can repeat it below {@code https://graph.microsoft.com}, not yet
   * encoded for a URL; further pages are behind the nextLink of the page before.
   */
  public String words(int pageSize) {
    return "GET /v1.0/users?$filter=%s&$select=%s%s&$top=%d"
        .formatted(
            FILTER,
            String.join(",", select),
            expand.isEmpty() ? "" : "&$expand=" + String.join(",", expand),
            pageSize);
  }

  RequestInformation firstPage(GraphConnection graph, int pageSize) {
    return graph
        .requests()
        .users()
        .toGetRequestInformation(get -> {
          get.queryParameters.filter = FILTER;
          get.queryParameters.select = select.toArray(String[]::new);
          get.queryParameters.expand = expand.isEmpty() ? null : expand.toArray(String[]::new);
          get.queryParameters.top = pageSize;
        });
  }
}
