package io.gatehouse.graph.read;

import com.microsoft.kiota.RequestInformation;
import io.gatehouse.graph.CallBudget.Bucket;
import io.gatehouse.graph.GraphCall;
import io.gatehouse.graph.GraphConnection;
import io.gatehouse.graph.ObjectId;
import java.util.Optional;

/** One account by id, and whom it reports to. */
record PeopleCalls(GraphConnection graph, ObjectCalls calls) {

  private static final GraphCall ONE = new GraphCall("GET /users/{id}", Bucket.READ);
  private static final GraphCall MANAGER = new GraphCall("GET /users/{id}/manager", Bucket.READ);

  Person person(String id) {
    return calls.one(ONE, select(id, Person.SELECT), Person::of);
  }

  Optional<Account> account(String id) {
    return calls.ifThere(
        ONE,
        select(id, "id", "accountEnabled", "userType"),
        account ->
            new Account(account.id(), account.flag("accountEnabled"), account.text("userType")));
  }

  Optional<String> managerId(String id) {
    var request =
        graph
            .requests()
            .users()
            .byUserId(ObjectId.require(id))
            .manager()
            .toGetRequestInformation(get -> get.queryParameters.select = new String[] {"id"});
    return calls.ifThere(MANAGER, request, Properties::id);
  }

  private RequestInformation select(String id, String... properties) {
    return graph
        .requests()
        .users()
        .byUserId(ObjectId.require(id))
        .toGetRequestInformation(get -> get.queryParameters.select = properties);
  }
}
