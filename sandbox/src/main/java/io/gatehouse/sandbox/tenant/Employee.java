package io.gatehouse.sandbox.tenant;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The named people who are asked about guests; their habits live in {@code people}. */
public enum Employee {
  ANNA("Anna", "Keller"),
  BORIS("Boris", "Novak"),
  CHIARA("Chiara", "Rossi"),
  DAVID("David", "Osei"),
  EMMA("Emma", "Lindqvist"),
  /** Left the company: the account is disabled. */
  FRANK("Frank", "Weber"),
  /** The tenant's steward, who is asked when nobody else is left. */
  GRACE("Grace", "Muller"),
  /** Invited {@link NamedGuest#INVITER_KNOWN}; only the audit log knows. */
  HENRY("Henry", "Adeyemi"),
  /** Has no mailbox. */
  IVAN("Ivan", "Petrov"),
  /** Never the right one to ask, but knows who is. */
  JUDITH("Judith", "Stein"),
  /** Has a guest account of his own: {@link NamedGuest#SELF_SPONSOR}. */
  KURT("Kurt", "Lang");

  public static final String HOST = "contoso.example.com";

  private final String givenName;
  private final String surname;

  Employee(String givenName, String surname) {
    this.givenName = givenName;
    this.surname = surname;
  }

  /** The one of that name in code; empty when there is nobody. */
  public static Optional<Employee> named(String name) {
    return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
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

  /** The sign-in name, which is the mail address of everybody with a mailbox. */
  public String mail() {
    return (givenName + "." + surname + "@" + HOST).toLowerCase(Locale.ROOT);
  }

  public boolean hasMailbox() {
    return this != IVAN;
  }

  public boolean stillEmployed() {
    return this != FRANK;
  }
}
