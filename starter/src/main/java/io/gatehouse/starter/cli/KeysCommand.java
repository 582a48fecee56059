package io.gatehouse.starter.cli;

import io.gatehouse.config.Part;
import io.gatehouse.config.Settings;
import io.gatehouse.config.Variable;
import io.gatehouse.keys.KeyFolder;
import io.gatehouse.keys.NewKey;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code keys new}: makes a key and says where it belongs. Nothing uses it before that. */
@Command(
    name = "keys",
    description = "Makes keys to encrypt payloads in Temporal with.",
    synopsisSubcommandLabel = "COMMAND")
final class KeysCommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Command(name = "new", description = "Makes a key and says where it belongs.")
  int fresh(
      @Option(
              names = "--folder",
              paramLabel = "FOLDER",
              description = "Writes it there, instead of printing it")
          @Nullable Path folder,
      @Option(
              names = "--wrapped",
              description = "Has it wrapped by the vault that GATEHOUSE_KEYS_VAULT_KEY names")
          boolean wrapped) {
    Map<String, String> environment = CommandTree.Root.environment(spec);
    Clock clock = Clock.systemUTC();
    NewKey key =
        wrapped
            ? NewKey.wrapped(clock, Settings.of(environment, Part.VAULT).vault())
            : NewKey.plain(clock);
    PrintWriter out = spec.commandLine().getOut();
    if (folder == null) {
      out.printf(
          "%s=%s%n%nAdd this entry to %s of every process, or write what stands behind the = to %s.key in the folder of keys.%n",
          key.id(), key.value(), Variable.KEYS.key(), key.id());
    } else {
      Path file = new KeyFolder(folder).write(key);
      out.printf(
          "Wrote %s.%n%nCopy it to the folder that %s names for every process.%n",
          file, Variable.KEYS_FOLDER.key());
    }
    out.printf(
        "When all of them run with it, set %s=%s (docs/operator/keys.md).%n",
        Variable.KEYS_WRITE.key(), key.id());
    return 0;
  }
}
