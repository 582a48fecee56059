package io.gatehouse.graph.read;

import org.jspecify.annotations.Nullable;

/**
 * A group that a guest belongs to, directly or through another group.
 *
 * @param mailEnabled null when Graph showed no more than the id, as it does without
 *     GroupMember.Read.All
 * @param roleAssignable whether directory roles can be given to the group; null when not told
 */
public record GroupRef(String id, @Nullable Boolean mailEnabled, @Nullable Boolean roleAssignable) {

  /** Whether Graph showed the group's properties: of an unreadable one nothing can be ruled out. */
  public boolean readable() {
    return mailEnabled != null;
  }

  /**
   * Graph writes null for "not assignable" (Learn: group). On a group that was not readable null
   * says nothing.
   */
  static GroupRef of(Properties group) {
    var mailEnabled = group.flag("mailEnabled");
    var assignable = group.flag("isAssignableToRole");
    if (mailEnabled != null && assignable == null) {
      assignable = false;
    }
    return new GroupRef(group.id(), mailEnabled, assignable);
  }
}
