package io.gatehouse.config;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the environment says, read once. Only the parts that were asked for are there. */
public final class Settings {
  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private static final Set<Part> GRAPH_PARTS = EnumSet.of(Part.GRAPH, Part.LOOKER, Part.WRITER);

  private static final Set<String> LOGS = Set.of("text", "json");

  private final String tenant;
  private final @Nullable DatabaseSettings database;
  private final @Nullable DatabaseSettings reader;
  private final @Nullable MigrationSettings migration;
  private final @Nullable TemporalSettings temporal;
  private final @Nullable VaultSettings vault;
  private final @Nullable MailSettings mail;
  private final @Nullable GraphSettings graph;
  private final @Nullable PageSettings pages;
  private final Optional<DeploymentSettings> deployment;
  private final @Nullable HealthSettings health;
  private final @Nullable SignInSettings signIn;

  private Settings(Values values, Set<Part> parts) {
    tenant = values.matching(Variable.TENANT, GUID.asMatchPredicate(), "give the tenant's GUID");
    database = parts.contains(Part.DATABASE) ? DatabaseParts.program(values) : null;
    reader = parts.contains(Part.READER) ? DatabaseParts.reader(values) : null;
    migration = parts.contains(Part.OWNER) ? DatabaseParts.migration(values) : null;
    temporal = parts.contains(Part.TEMPORAL) ? TemporalPart.read(values, tenant) : null;
    deployment = parts.contains(Part.TEMPORAL) ? DeploymentPart.read(values) : Optional.empty();
    vault = parts.contains(Part.VAULT) ? EncryptionPart.vault(values, tenant) : null;
    mail = parts.contains(Part.MAIL) ? MailPart.read(values, tenant) : null;
    graph =
        parts.stream().anyMatch(GRAPH_PARTS::contains)
            ? GraphPart.read(values, parts, tenant)
            : null;
    pages = parts.contains(Part.PAGES) ? PagePart.read(values) : null;
    if (parts.contains(Part.HEALTH)) { // read by logback.xml: a wrong word would silence it
      values.matching(Variable.LOG, LOGS::contains, "say text or json");
    }
    health =
        parts.contains(Part.HEALTH) && values.isGiven(Variable.HEALTH_PORT)
            ? new HealthSettings(
                values.required(Variable.HEALTH_ADDRESS), values.port(Variable.HEALTH_PORT, 1))
            : null;
    signIn = parts.contains(Part.PAGES) ? SignInPart.read(values) : null;
  }

  /**
   * Reads all parts but the vault, which belongs to Temporal's when it is there; those of the
   * acting side where a writing registration is set.
   *
   * @throws SettingsException with every problem
   */
  public static Settings of(Map<String, String> environment) {
    var all = EnumSet.complementOf(EnumSet.of(Part.VAULT));
    if (!new Values(environment).isGiven(Variable.GRAPH_WRITER_KIND)) {
      all.removeAll(Set.of(Part.LOOKER, Part.WRITER));
    }
    return of(environment, all);
  }

  /**
   * Reads the parts that a command needs.
   *
   * @throws SettingsException with every problem of those parts
   */
  public static Settings of(Map<String, String> environment, Part... needed) {
    return of(environment, Set.of(needed));
  }

  /** The same for parts that are known only at run time. */
  public static Settings of(Map<String, String> environment, Set<Part> needed) {
    var values = new Values(environment);
    var settings = new Settings(values, needed);
    List<SettingProblem> problems = values.problems().stream().distinct().toList();
    if (!problems.isEmpty()) {
      throw new SettingsException(problems);
    }
    return settings;
  }

  /** Object id of the Entra tenant; in every key, id and row. */
  public String tenant() {
    return tenant;
  }

  /** The database under the program's role. */
  public DatabaseSettings database() {
    return asked(database, Part.DATABASE);
  }

  /** The database under the pages' role, which may only read. */
  public DatabaseSettings reader() {
    return asked(reader, Part.READER);
  }

  /** What bringing the schema up to date needs. */
  public MigrationSettings migration() {
    return asked(migration, Part.OWNER);
  }

  public TemporalSettings temporal() {
    return asked(temporal, Part.TEMPORAL);
  }

  /** Which deployment this process' workers belong to; empty where builds are not told apart. */
  public Optional<DeploymentSettings> deployment() {
    return deployment;
  }

  public VaultSettings vault() {
    return asked(vault, Part.VAULT);
  }

  public MailSettings mail() {
    return asked(mail, Part.MAIL);
  }

  public GraphSettings graph() {
    return asked(graph, Part.GRAPH);
  }

  public PageSettings pages() {
    return asked(pages, Part.PAGES);
  }

  /** Where a process tells how it is; empty when it does not. */
  public Optional<HealthSettings> health() {
    return Optional.ofNullable(health);
  }

  /** Who signs people in on the pages; empty when nobody does. */
  public Optional<SignInSettings> signIn() {
    return Optional.ofNullable(signIn);
  }

  private static <T> T asked(@Nullable T part, Part name) {
    if (part == null) {
      throw new IllegalStateException("the part " + name + " of the settings was not asked for");
    }
    return part;
  }
}
