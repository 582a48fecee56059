package io.gatehouse.starter.directory;

import io.gatehouse.graph.GraphException;
import io.gatehouse.graph.GraphFailure;
import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.graph.read.Person;
import java.util.Optional;

/** Those of the directory who can be asked about guests: employees, enabled, with a mailbox. */
public final class Employees {
  private final DirectoryReader directory;

  public Employees(DirectoryReader directory) {
    this.directory = directory;
  }

  /**
   * Why somebody cannot be asked, as the end of a sentence; empty for somebody who can.
   *
   * @throws GraphException when the directory does not say
   */
  public Optional<String> unfit(String personId) {
    try {
      return unfit(directory.person(personId));
    } catch (GraphException e) {
      if (e.failure() instanceof GraphFailure.NotFound) {
        return Optional.of("is not in the directory");
      }
      throw e;
    }
  }

  private static Optional<String> unfit(Person person) {
    if ("Guest".equalsIgnoreCase(person.userType())) {
      return Optional.of("is a guest, and guests vouch for nobody");
    }
    if (Boolean.FALSE.equals(person.accountEnabled())) {
      return Optional.of("has a disabled account");
    }
    String mail = person.mail();
    return mail == null || mail.isBlank()
        ? Optional.of("has no mailbox in which a question could arrive")
        : Optional.empty();
  }
}
