package io.gatehouse.sandbox.tenant;

import java.util.Locale;

/** The people of the tenant who are asked about guests; their habits live in {@code people}. */
public enum Employee {
  ANNA("Anna", "Keller"),
  BORIS("Boris", "Novak"),
  CHIARA("Chiara", "Rossi"),
  DAVID("David", "Osei"),
  EMMA("Emma", "Lindqvist"),
  /** Left the company: the account is disabled. */
  FRANK("Frank", "Weber"),
  /** The tenant's steward, who is asked when nobody else is left. */
  GRACE("Grace", "Muller");

  public static final String HOST = "contoso.example.com";

  private final String givenName;
  private final String surname;

  Employee(String givenName, String surname) {
    this.givenName = givenName;
    this.surname = surname;
  }

  public String givenName() {
    return givenName;
  }

  public String surname() {
    return surname;
  }

  public String displayName() {
    return givenName + " " + surname;
  }

  public String mail() {
    return (givenName + "." + surname + "@" + HOST).toLowerCase(Locale.ROOT);
  }

  public boolean stillEmployed() {
    return this != FRANK;
  }
}
