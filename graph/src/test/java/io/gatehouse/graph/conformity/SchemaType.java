package io.gatehouse.graph.conformity;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A type that the CSDL declares. */
sealed interface SchemaType {

  /** An entity or complex type; {@code members} are its own, without those of its base. */
  record Structured(@Nullable String base, Map<String, Member> members) implements SchemaType {}

  record Enumeration(Set<String> members, boolean flags) implements SchemaType {}

  /** A property, or a way to other objects. */
  record Member(TypeRef type, boolean nullable, boolean navigation) {}
}
