package io.gatehouse.graph.conformity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;

import com.microsoft.graph.models.DirectoryAuditCollectionResponse;
import com.microsoft.graph.models.DirectoryObject;
import com.microsoft.graph.models.DirectoryObjectCollectionResponse;
import com.microsoft.graph.models.DirectoryRoleCollectionResponse;
import com.microsoft.graph.models.Group;
import com.microsoft.graph.models.GroupCollectionResponse;
import com.microsoft.graph.models.OrganizationCollectionResponse;
import com.microsoft.graph.models.UnifiedRoleAssignmentCollectionResponse;
import com.microsoft.graph.models.UnifiedRoleAssignmentScheduleInstanceCollectionResponse;
import com.microsoft.graph.models.UnifiedRoleEligibilityScheduleInstanceCollectionResponse;
import com.microsoft.graph.models.User;
import com.microsoft.graph.models.UserCollectionResponse;
import com.microsoft.kiota.serialization.AdditionalDataHolder;
import com.microsoft.kiota.serialization.JsonParseNodeFactory;
import com.microsoft.kiota.serialization.Parsable;
import com.microsoft.kiota.serialization.ParsableFactory;
import com.microsoft.kiota.store.BackedModel;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads answers as any client built on Microsoft's SDK does. */
final class SdkReading {

  private static final Map<String, ParsableFactory<? extends Parsable>> MODELS =
      Map.ofEntries(
          entry("user", User::createFromDiscriminatorValue),
          entry("group", Group::createFromDiscriminatorValue),
          entry("directoryObject", DirectoryObject::createFromDiscriminatorValue));

  private static final Map<String, ParsableFactory<? extends Parsable>> COLLECTIONS =
      Map.ofEntries(
          entry("user", UserCollectionResponse::createFromDiscriminatorValue),
          entry("group", GroupCollectionResponse::createFromDiscriminatorValue),
          entry("directoryRole", DirectoryRoleCollectionResponse::createFromDiscriminatorValue),
          entry("directoryObject", DirectoryObjectCollectionResponse::createFromDiscriminatorValue),
          entry("organization", OrganizationCollectionResponse::createFromDiscriminatorValue),
          entry("directoryAudit", DirectoryAuditCollectionResponse::createFromDiscriminatorValue),
          entry(
              "unifiedRoleAssignment",
              UnifiedRoleAssignmentCollectionResponse::createFromDiscriminatorValue),
          entry(
              "unifiedRoleAssignmentScheduleInstance",
              UnifiedRoleAssignmentScheduleInstanceCollectionResponse
                  ::createFromDiscriminatorValue),
          entry(
              "unifiedRoleEligibilityScheduleInstance",
              UnifiedRoleEligibilityScheduleInstanceCollectionResponse
                  ::createFromDiscriminatorValue));

  private SdkReading() {}

  /** The answer as the SDK's model; throws what the SDK throws. */
  static Parsable read(TypeRef type, String body) {
    var name = type.name().substring(type.name().lastIndexOf('.') + 1);
    var factory =
        Objects.requireNonNull(
            (type.collection() ? COLLECTIONS : MODELS).get(name), type::toString);
    var node =
        new JsonParseNodeFactory()
            .getParseNode("application/json", new ByteArrayInputStream(body.getBytes(UTF_8)));
    return Objects.requireNonNull(node.getObjectValue(factory));
  }

  /**
   * What the SDK could not place anywhere in the model, as {@code Model.property}; control
   * information by its name alone.
   */
  static Set<String> leftOver(Parsable model) {
    var names = new TreeSet<String>();
    collect(model, names);
    return names;
  }

  private static void collect(@Nullable Object value, Set<String> names) {
    if (value instanceof AdditionalDataHolder holder) {
      var model = holder.getClass().getSimpleName();
      for (var name : holder.getAdditionalData().keySet()) {
        names.add(name.startsWith("@") ? name : model + "." + name);
      }
    }
    switch (value) {
      case BackedModel model ->
          model.getBackingStore().enumerate().values().forEach(it -> collect(it, names));
      case Iterable<?> many -> many.forEach(it -> collect(it, names));
      case null, default -> {} // a value without an inside
    }
  }
}
