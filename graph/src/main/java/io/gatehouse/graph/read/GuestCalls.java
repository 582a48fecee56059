package io.gatehouse.graph.read;

import com.microsoft.kiota.RequestInformation;
import io.gatehouse.graph.CallBudget.Bucket;
import io.gatehouse.graph.GraphCall;
import io.gatehouse.graph.GraphConnection;
import io.gatehouse.graph.ObjectId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Guests themselves: the list, one by id, and those in the recycle bin. */
record GuestCalls(GraphConnection graph, ObjectCalls calls) {

  private static final GraphCall LIST =
      new GraphCall("GET /users (guests)", Bucket.SIGN_IN_ACTIVITY);
  private static final GraphCall ONE =
      new GraphCall("GET /users/{id} (guest)", Bucket.SIGN_IN_ACTIVITY);
  private static final GraphCall DELETED =
      new GraphCall("GET /directory/deletedItems/{id}", Bucket.READ);

  GuestPage list(@Nullable String nextLink, int pageSize) {
    ListPage.requireSize("guests", pageSize, DirectoryReader.LARGEST_PAGE);
    var request = nextLink == null ? ListQuery.GUESTS.firstPage(graph, pageSize) : page(nextLink);
    var page = ListPage.read(graph, LIST, request, GuestReading::answer);
    return new GuestPage(page.entries(), page.nextLink(), page.requestId(), page.sha256());
  }

  DirectoryGuest one(String id) {
    var request =
        graph
            .requests()
            .users()
            .byUserId(ObjectId.require(id))
            .toGetRequestInformation(get -> get.queryParameters.select = GuestReading.SELECT);
    return calls.one(ONE, request, GuestReading::guest);
  }

  Optional<DeletedGuest> deleted(String id) {
    var request =
        graph
            .requests()
            .directory()
            .deletedItems()
            .byDirectoryObjectId(ObjectId.require(id))
            .toGetRequestInformation(
                get -> get.queryParameters.select = new String[] {"id", "deletedDateTime"});
    return calls.ifThere(
        DELETED,
        request,
        item -> new DeletedGuest(item.id(), item.existingInstant("deletedDateTime")));
  }

  private RequestInformation page(String nextLink) {
    return graph
        .requests()
        .users()
        .withUrl(graph.requireOwn(LIST, nextLink))
        .toGetRequestInformation();
  }
}
