package io.gatehouse.graph.conformity;

import io.gatehouse.graph.conformity.Schema.Action;
import io.gatehouse.graph.conformity.SchemaType.Enumeration;
import io.gatehouse.graph.conformity.SchemaType.Member;
import io.gatehouse.graph.conformity.SchemaType.Structured;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads a CSDL document (OData CSDL XML 4.01) as far as {@link Schema} needs it. */
final class SchemaReading {

  private final XMLStreamReader xml;
  private final Map<String, SchemaType> types = new HashMap<>();
  private final Map<String, TypeRef> roots = new HashMap<>();
  private final List<Action> actions = new ArrayList<>();
  private final Map<String, String> aliases = new HashMap<>();
  private String namespace = "";

  private SchemaReading(XMLStreamReader xml) {
    this.xml = xml;
  }

  static Schema read(InputStream csdl) {
    var factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try {
      var reading = new SchemaReading(factory.createXMLStreamReader(csdl));
      reading.all();
      return new Schema(reading.types, reading.roots, reading.actions, reading.aliases);
    } catch (XMLStreamException unreadable) {
      throw new IllegalArgumentException("The CSDL cannot be read.", unreadable);
    }
  }

  private void all() throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "Schema" -> begin();
          case "EntityType", "ComplexType" -> structured();
          case "EnumType" -> enumeration();
          case "EntitySet" -> roots.put(given("Name"), new TypeRef(given("EntityType"), true));
          case "Singleton" -> roots.put(given("Name"), TypeRef.of(given("Type")));
          case "Action", "Function" -> action();
          default -> {} // annotations and the like say nothing about shapes
        }
      }
    }
  }

  private void begin() {
    namespace = given("Namespace");
    var alias = attribute("Alias");
    if (alias != null) {
      aliases.put(alias, namespace);
    }
  }

  private void structured() throws XMLStreamException {
    var name = namespace + "." + given("Name");
    var base = attribute("BaseType");
    Map<String, Member> members = new HashMap<>();
    within(element -> {
      switch (element) {
        case "Property" -> members.put(given("Name"), member(false));
        case "NavigationProperty" -> members.put(given("Name"), member(true));
        default -> {} // keys and annotations
      }
    });
    types.put(name, new Structured(base, members));
  }

  private Member member(boolean navigation) {
    var nullable = !"false".equals(attribute("Nullable"));
    return new Member(TypeRef.of(given("Type")), nullable, navigation);
  }

  private void enumeration() throws XMLStreamException {
    var name = namespace + "." + given("Name");
    var flags = "true".equals(attribute("IsFlags"));
    Set<String> members = new HashSet<>();
    within(element -> {
      if (element.equals("Member")) {
        members.add(given("Name"));
      }
    });
    types.put(name, new Enumeration(members, flags));
  }

  private void action() throws XMLStreamException {
    var name = given("Name");
    var bound = "true".equals(attribute("IsBound"));
    List<TypeRef> parameters = new ArrayList<>();
    List<TypeRef> answers = new ArrayList<>();
    within(element -> {
      switch (element) {
        case "Parameter" -> parameters.add(TypeRef.of(given("Type")));
        case "ReturnType" -> answers.add(TypeRef.of(given("Type")));
        default -> {} // annotations
      }
    });
    if (bound) { // the first parameter is what the operation is bound to
      var answer = answers.isEmpty() ? null : answers.getFirst();
      actions.add(new Action(name, parameters.getFirst(), answer));
    }
  }

  private interface Inner {
    void found(String element);
  }

  /** Shows every element inside the current one. */
  private void within(Inner inner) throws XMLStreamException {
    var depth = 1;
    while (depth > 0) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          inner.found(xml.getLocalName());
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {} // blanks and comments
      }
    }
  }

  private @Nullable String attribute(String name) {
    return xml.getAttributeValue(null, name);
  }

  private String given(String name) {
    var value = attribute(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "The CSDL's %s in line %d has no %s."
              .formatted(xml.getLocalName(), xml.getLocation().getLineNumber(), name));
    }
    return value;
  }
}
