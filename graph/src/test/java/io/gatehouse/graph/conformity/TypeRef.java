package io.gatehouse.graph.conformity;

/** The type of a property or of an answer: a name as the CSDL writes it, one or many. */
record TypeRef(String name, boolean collection) {

  private static final String MANY = "Collection(";

  static TypeRef of(String text) {
    return text.startsWith(MANY)
        ? new TypeRef(text.substring(MANY.length(), text.length() - 1), true)
        : new TypeRef(text, false);
  }

  TypeRef one() {
    return new TypeRef(name, false);
  }

  @Override
  public String toString() {
    return collection ? MANY + name + ")" : name;
  }
}
