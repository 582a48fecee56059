package io.gatehouse.benchmark.read;

import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.graph.core.tasks.PageIterator;
import com.microsoft.graph.models.User;
import com.microsoft.graph.models.UserCollectionResponse;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.authentication.AnonymousAuthenticationProvider;
import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.guest.Inactivity;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an administrator would write with Microsoft's SDK: collect all models with its {@link
 * PageIterator}, then compare the dates.
 */
final class NaiveScript implements Contender {
  private static final int STALE_AFTER_DAYS = 90;

  private final GraphServiceClient graph;
  private final Instant now;

  NaiveScript(URI baseUrl, Instant now) {
    var adapter = new BaseGraphRequestAdapter(new AnonymousAuthenticationProvider());
    adapter.setBaseUrl(baseUrl.toString());
    this.graph = new GraphServiceClient(adapter);
    this.now = now;
  }

  @Override
  public Census read() {
    var threshold = now.minus(Inactivity.REPORTING_LAG).minus(Duration.ofDays(STALE_AFTER_DAYS));
    int active = 0;
    int stale = 0;
    int undated = 0;
    for (var guest : guests()) {
      var newest = newest(guest);
      if (newest.isEmpty()) {
        undated++;
      } else if (newest.get().isBefore(threshold)) {
        stale++;
      } else {
        active++;
      }
    }
    return new Census(active, stale, undated);
  }

  private List<User> guests() {
    var guests = new ArrayList<User>();
    var first =
        graph
            .users()
            .get(get -> {
              get.queryParameters.filter = "userType eq 'Guest'";
              get.queryParameters.select = PreparedPages.SELECT;
              get.queryParameters.top = DirectoryReader.LARGEST_PAGE;
            });
    try {
      new PageIterator.Builder<User, UserCollectionResponse>()
          .client(graph)
          .collectionPage(Objects.requireNonNull(first))
          .collectionPageFactory(UserCollectionResponse::createFromDiscriminatorValue)
          .processPageItemCallback(guests::add)
          .build()
          .iterate();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The SDK cannot read its own pages.", e);
    }
    return guests;
  }

  /** Without the year 0001, in which nobody signed in. */
  private static Optional<Instant> newest(User guest) {
    var dates = guest.getSignInActivity();
    return dates == null
        ? Optional.empty()
        : Stream.of(
                dates.getLastSignInDateTime(),
                dates.getLastNonInteractiveSignInDateTime(),
                dates.getLastSuccessfulSignInDateTime())
            .filter(Objects::nonNull)
            .filter(date -> date.getYear() > 1)
            .map(OffsetDateTime::toInstant)
            .max(Instant::compareTo);
  }
}
