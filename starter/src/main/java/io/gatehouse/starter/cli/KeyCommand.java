package io.gatehouse.starter.cli;

import io.gatehouse.actor.AppRole;
import io.gatehouse.config.Part;
import io.gatehouse.evidence.SigningKey;
import io.gatehouse.starter.actor.Enrolment;
import io.gatehouse.starter.actor.KeyFile;
import io.gatehouse.starter.actor.Person;
import io.gatehouse.store.Store;
import io.gatehouse.store.actor.KeyRow;
import io.gatehouse.store.actor.KeyState;
import io.gatehouse.store.database.Database;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code key}: the keys that prove who acts. */
@Command(
    name = "key",
    description = "Keys that prove who acts.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      KeyCommand.Enroll.class,
      KeyCommand.Accept.class,
      KeyCommand.Revoke.class,
      KeyCommand.Bootstrap.class,
      FirstKeysCommand.class
    })
final class KeyCommand {
  private static final Pattern OBJECT_ID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private static final int SHOWN = 12;
  private static final int SHORTEST = 8;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Roles that a key of one's own can have. */
  enum Role {
    operator,
    approver,
    auditor;

    AppRole appRole() {
      return AppRole.valueOf(name().toUpperCase(Locale.ROOT));
    }
  }

  @Command(name = "list", description = "All keys, and what was decided about each.")
  int list() {
    try (var connections = Connections.of(spec, Part.DATABASE)) {
      Store store = connections.store();
      var table = new Table(List.of("KEY", "OF", "ROLE", "STATE"), SHOWN, 36, 8, 100);
      store.actorKeys().all().forEach(key -> table.row(row(key, store)));
      spec.commandLine().getOut().println(table.text());
      return 0;
    }
  }

  static void requireObjectId(String subject) {
    if (!OBJECT_ID.matcher(subject).matches()) {
      throw new Refusal(
          "\"%s\" is no object id: give yours, like 0b9c5c1e-7d0a-4c5e-9a53-2f1a6f5e7b10."
              .formatted(Table.clean(subject)));
    }
  }

  private static List<String> row(KeyState key, Store store) {
    String subject = key.subject();
    String role = key.role();
    return List.of(
        key.keyId().substring(0, SHOWN),
        subject == null ? "the pages (" + key.name() + ")" : subject,
        role == null ? "" : role.toLowerCase(Locale.ROOT),
        state(key, store));
  }

  private static String state(KeyState key, Store store) {
    Optional<String> flaw = store.actorKeys().find(key.keyId()).flatMap(store.keyring()::keyFlaw);
    String by = key.acceptedBy();
    return flaw.isPresent()
        ? "does not count: " + flaw.get()
        : by == null ? "counts: trust begins here" : "counts: accepted by " + by;
  }

  /** Makes a key of one's own. */
  @Command(name = "enroll", description = "Makes your own key and asks for it to be accepted.")
  static final class Enroll implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
        names = "--subject",
        required = true,
        paramLabel = "ID",
        description = "Your object id in Entra: the pages know you by it too")
    private String subject = "";

    @Option(
        names = "--role",
        required = true,
        paramLabel = "ROLE",
        description = "operator, approver or auditor")
    private Role role = Role.auditor;

    @Override
    public Integer call() {
      requireObjectId(subject);
      try (var connections = Connections.of(spec, Part.DATABASE)) {
        Store store = connections.store(); // before a file is written
        Path file = connections.keys().operator();
        SigningKey key = KeyFile.create(file);
        var person = new Person(subject.toLowerCase(Locale.ROOT), role.appRole());
        KeyRow row =
            new Enrolment(store, connections.clock()).request(key, person, Keyboard.account());
        String id = row.keyId().substring(0, SHOWN);
        spec.commandLine()
            .getOut()
            .printf(
                "Your key %s is in %s; keep the file to yourself.%nTwo others who are approvers let it count, once they know from you that it is yours: ./gatehouse key accept %s --reason …%n",
                id, file, id);
        return 0;
      }
    }
  }

  /** What the acts on a key of somebody share. */
  abstract static class OnKey extends WithReason {
    @Parameters(index = "0", paramLabel = "KEY", description = "The key, or its beginning")
    String key = "";

    KeyRow find(Store store) {
      if (key.length() < SHORTEST) {
        throw new Refusal("Give at least %d characters of the key.".formatted(SHORTEST));
      }
      List<KeyState> found =
          store.actorKeys().all().stream()
              .filter(each -> each.keyId().startsWith(key.toLowerCase(Locale.ROOT)))
              .toList();
      if (found.size() != 1) {
        throw new Refusal(
            "%s keys begin with \"%s\": see ./gatehouse key list."
                .formatted(found.isEmpty() ? "No" : found.size(), Table.clean(key)));
      }
      return store.actorKeys().find(found.getFirst().keyId()).orElseThrow();
    }

    static String owner(KeyRow row) {
      return row.service() ? "the pages" : row.subject() + " as " + row.role();
    }
  }

  /** An approver's word. */
  @Command(
      name = "accept",
      description = "Your word that somebody's key is theirs: it counts with two approvers' words.")
  static final class Accept extends OnKey {
    @Override
    int perform() {
      try (var connections = Connections.of(spec, Part.DATABASE)) {
        Store store = connections.store();
        KeyRow row = find(store);
        new Enrolment(store, connections.clock())
            .accept(new Keyboard(connections).proved(), row, reason);
        String sentence =
            store
                .keyring()
                .keyFlaw(row)
                .map(flaw -> "Your word is recorded: %s.".formatted(flaw))
                .orElse("The key counts for %s.".formatted(owner(row)));
        spec.commandLine().getOut().println(sentence);
        return 0;
      }
    }
  }

  /** For lost keys and people who leave. */
  @Command(name = "revoke", description = "Ends a key for good.")
  static final class Revoke extends OnKey {
    @Override
    int perform() {
      try (var connections = Connections.of(spec, Part.DATABASE)) {
        Store store = connections.store();
        KeyRow row = find(store);
        new Enrolment(store, connections.clock())
            .revoke(new Keyboard(connections).proved(), row, reason);
        PrintWriter out = spec.commandLine().getOut();
        out.printf("The key of %s counts no more.%n", owner(row));
        String flaw = store.safety().current().modeFlaw();
        if (flaw != null) {
          out.printf("And now %s: ./gatehouse policy apply FILE.%n", flaw);
        }
        return 0;
      }
    }
  }

  /** The first of all keys. */
  @Command(
      name = "bootstrap",
      description =
          "Lets trust begin at a key, as the owner of the schema: the first two approvers', and the pages'.")
  static final class Bootstrap extends OnKey {
    @Option(names = "--again", description = "Though two approvers could accept it")
    private boolean again;

    @Override
    int perform() {
      try (var connections = Connections.of(spec, Part.OWNER)) {
        var at = connections.settings().migration().owner();
        try (var database = Database.open(at.url(), at.user(), at.password())) {
          var store = new Store(database, connections.settings().tenant());
          KeyRow row = find(store);
          new Enrolment(store, connections.clock()).root(row, reason, again);
          spec.commandLine()
              .getOut()
              .printf("Trust begins at the key of %s. That stands in the ledger.%n", owner(row));
        }
        return 0;
      }
    }
  }
}
