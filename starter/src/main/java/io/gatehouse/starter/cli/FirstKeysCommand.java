package io.gatehouse.starter.cli;

import io.gatehouse.actor.AppRole;
import io.gatehouse.config.DatabaseSettings;
import io.gatehouse.config.Part;
import io.gatehouse.evidence.SigningKey;
import io.gatehouse.starter.actor.Enrolment;
import io.gatehouse.starter.actor.Hand;
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
 * {@code key first}: enroll, bootstrap and accept in one, where one person sets up a house whose
 * keys lie side by side. A second time it finds nothing to do.
 */
@Command(
    name = "first",
    description = {
      "Begins the trust of a new house, as the owner of the schema: makes your key the first",
      "approver's and accepts the pages' key on this machine. Safe to repeat."
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
      Hand hand = own(connections, store, clock);
      Signer pages = ServiceKey.open(connections.keys().service(), store, clock);
      if (ServiceKey.flaw(pages, store).isPresent()) {
        KeyRow row = store.actorKeys().find(pages.keyId()).orElseThrow();
        new Enrolment(store, clock).accept(hand, row, reason);
      }
      say("The pages' key counts.");
      return 0;
    }
  }

  private Hand own(Connections connections, Store store, Clock clock) {
    SigningKey key =
        KeyFile.read(connections.keys().operator())
            .orElseGet(() -> KeyFile.create(connections.keys().operator()));
    var person = new Person(subject.toLowerCase(Locale.ROOT), AppRole.APPROVER);
    KeyRow row = new Enrolment(store, clock).request(key, person, Keyboard.account());
    if (store.keyring().keyFlaw(row).isPresent()) {
      DatabaseSettings at = connections.settings().migration().owner();
      try (var database = Database.open(at.url(), at.user(), at.password())) {
        new Enrolment(new Store(database, store.tenant()), clock).root(row, reason, false);
      }
    }
    say("Your key %s counts.".formatted(row.keyId().substring(0, 12)));
    return new Hand(person, Signer.of(person, key, clock));
  }

  private void say(String sentence) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(sentence);
  }
}
