package io.gatehouse.sponsor;

import org.jspecify.annotations.Nullable;

/** Who can be asked: an employee, enabled, with a mailbox. A guest vouches for nobody. Pure. */
public final class CanAnswer {
  private CanAnswer() {}

  /**
   * @param enabled null when the directory does not say, which is no reason against anybody
   */
  public static boolean of(
      @Nullable Boolean enabled, @Nullable String mail, @Nullable String userType) {
    return !Boolean.FALSE.equals(enabled)
        && mail != null
        && !mail.isBlank()
        && !"Guest".equalsIgnoreCase(userType);
  }
}
