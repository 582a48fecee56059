package io.gatehouse.starter.cli;

import io.gatehouse.config.DatabaseSettings;
import io.gatehouse.config.MigrationSettings;
import io.gatehouse.config.Part;
import io.gatehouse.config.Settings;
import io.gatehouse.store.database.Migrations;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code migrate}: the only command that signs in as the owner of the schema. */
@Command(name = "migrate", description = "Brings the database up to this version.")
final class MigrateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    MigrationSettings settings =
        Settings.of(CommandTree.Root.environment(spec), Part.OWNER).migration();
    DatabaseSettings owner = settings.owner();
    var outcome =
        Migrations.migrate(
            owner.url(), owner.user(), owner.password(), settings.program(), settings.pages());
    spec.commandLine()
        .getOut()
        .printf(
            "%s The database stands at version %s.%n",
            outcome.applied() == 0
                ? "Nothing to do."
                : "Applied %d migration(s).".formatted(outcome.applied()),
            outcome.version());
    return 0;
  }
}
