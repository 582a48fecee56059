package io.gatehouse.graph.write;

import com.microsoft.graph.models.User;
import com.microsoft.kiota.RequestInformation;
import io.gatehouse.graph.CallBudget.Bucket;
import io.gatehouse.graph.GraphCall;
import io.gatehouse.graph.GraphConnection;
import io.gatehouse.graph.GraphException;
import io.gatehouse.graph.ObjectId;

/**
 * The directory's writing side: three changes to one account. Needs User.EnableDisableAccount.All,
 * User.DeleteRestore.All and User.Read.All. There is no hard delete on purpose.
 *
 * <p>Each method sends one request and throws {@link GraphException} for everything but a 2xx
 * answer, and IllegalArgumentException for an id that is none. After a transient failure the change
 * may have taken effect: look again before the next attempt. Holders of admin roles answer 403
 * Authorization_RequestDenied (Learn: users).
 */
public final class DirectoryWriter {

  private static final GraphCall PATCH =
      new GraphCall("PATCH /users/{id} accountEnabled", Bucket.WRITE);
  private static final GraphCall DELETE = new GraphCall("DELETE /users/{id}", Bucket.WRITE);
  private static final GraphCall RESTORE =
      new GraphCall("POST /directory/deletedItems/{id}/restore", Bucket.WRITE);

  private final GraphConnection graph;

  public DirectoryWriter(GraphConnection graph) {
    this.graph = graph;
  }

  /**
   * Blocks or allows sign-in. The only real block: revoked sessions do not touch external users.
   */
  public Receipt setAccountEnabled(String id, boolean enabled) {
    var user = new User(); // a new one per call: a model instance is written only once, then as {}
    user.setAccountEnabled(enabled);
    return send(
        PATCH,
        graph.requests().users().byUserId(ObjectId.require(id)).toPatchRequestInformation(user));
  }

  /** Soft delete: 30 days in the recycle bin. NotFound means that it is already gone. */
  public Receipt delete(String id) {
    return send(
        DELETE,
        graph.requests().users().byUserId(ObjectId.require(id)).toDeleteRequestInformation());
  }

  /**
   * Brings an account back from the recycle bin, enabled or not as it was. NotFound: not in the
   * bin.
   */
  public Receipt restore(String id) {
    return send(
        RESTORE,
        graph
            .requests()
            .directory()
            .deletedItems()
            .byDirectoryObjectId(ObjectId.require(id))
            .restore()
            .toPostRequestInformation());
  }

  private Receipt send(GraphCall call, RequestInformation request) {
    try (var answer = graph.send(call, request)) {
      return new Receipt(answer.requestId());
    }
  }
}
