package io.gatehouse.graph;

import java.util.regex.Pattern;

/**
 * The check every id passes before it becomes part of a request. An empty id would turn {@code
 * /users/{id}} into {@code /users}, and empty never means everything; a quote would end a filter; a
 * UPN is refused by signInActivity.
 */
public final class ObjectId {

  private static final Pattern SHAPE = Pattern.compile("[0-9A-Za-z-]{1,64}");

  private ObjectId() {}

  /**
   * Returns the id as it came.
   *
   * @throws IllegalArgumentException unless it has the shape of a directory object id
   */
  public static String require(String id) {
    if (!looksLike(id)) {
      throw new IllegalArgumentException(
          ("An object id of letters, digits and hyphens was expected, and %s came: nothing "
                  + "was sent to Graph.")
              .formatted(id.isBlank() ? "an empty one" : "something else"));
    }
    return id;
  }

  public static boolean looksLike(String id) {
    return SHAPE.matcher(id).matches();
  }
}
