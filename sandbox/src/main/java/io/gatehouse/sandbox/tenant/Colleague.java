package io.gatehouse.sandbox.tenant;

import java.util.Locale;

/**
 * A generated employee who vouches for generated guests.
 *
 * @param number from 0; the habits go by it
 */
public record Colleague(int number) {
  public String givenName() {
    return InventedNames.given(number);
  }

  public String surname() {
    return InventedNames.surname(number);
  }

  public String displayName() {
    return givenName() + " " + surname();
  }

  public String mail() {
    return (givenName() + "." + surname() + "@" + Employee.HOST).toLowerCase(Locale.ROOT);
  }
}
