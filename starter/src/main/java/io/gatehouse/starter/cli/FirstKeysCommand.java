package io.gatehouse.starter.cli;

import io.gatehouse.actor.AppRole;
import io.gatehouse.config.DatabaseSettings;
import io.gatehouse.config.Part;
import io.gatehouse.evidence.SigningKey;
import io.gatehouse.starter.actor.Enrolment;
import io.gatehouse.starter.actor.KeyFile;
import io.gatehouse.starter.actor.Person;
import io.gatehouse.starter.actor.ServiceKey;
import io.gatehouse.starter.actor.Signer;
import io.gatehouse.store.Store;
import io.gatehouse.store.actor.KeyRow;
import io.gatehouse.store.database.Database;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code key first}: enroll and bootstrap in one, where one person sets up a house whose keys lie
 * side by side. A second time it finds nothing to do.
 */
@Command(
    name = "first",
    description = {
      "Begins the trust of a new house, as the owner of the schema: at your key, as an approver's,",
      "and at the key of the pages on this machine. Safe to repeat."
    })
final class FirstKeysCommand extends WithReason {
  @Option(
      names = "--subject",
      required = true,
      paramLabel = "ID",
      description = "Your object id in Entra: the pages know you by it too")
  private String subject = "";

  @Override
  int perform() {
    KeyCommand.requireObjectId(subject);
    try (var connections = Connections.of(spec, Part.OWNER, Part.DATABASE)) {
      Store store = connections.store();
      Clock clock = connections.clock();
      KeyRow own = own(connections, store, clock);
      root(own, connections, store);
      say("Your key %s counts.".formatted(own.keyId().substring(0, 12)));
      Signer pages = ServiceKey.open(connections.keys().service(), store, clock);
      root(store.actorKeys().find(pages.keyId()).orElseThrow(), connections, store);
      say("The pages' key counts.");
      return 0;
    }
  }

  private KeyRow own(Connections connections, Store store, Clock clock) {
    SigningKey key =
        KeyFile.read(connections.keys().operator())
            .orElseGet(() -> KeyFile.create(connections.keys().operator()));
    var person = new Person(subject.toLowerCase(Locale.ROOT), AppRole.APPROVER);
    return new Enrolment(store, clock).request(key, person, Keyboard.account());
  }

  private void root(KeyRow key, Connections connections, Store store) {
    if (store.keyring().keyFlaw(key).isEmpty()) {
      return;
    }
    DatabaseSettings at = connections.settings().migration().owner();
    try (var database = Database.open(at.url(), at.user(), at.password())) {
      new Enrolment(new Store(database, store.tenant()), connections.clock())
          .root(key, reason, false);
    }
  }

  private void say(String sentence) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(sentence);
  }
}
