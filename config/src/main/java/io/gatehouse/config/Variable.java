package io.gatehouse.config;

/** Every environment variable of Gatehouse: what it is for, and what holds when it is not set. */
public enum Variable {
  TENANT("the object id of the Entra tenant, a GUID", Default.NONE),
  HOME("the folder for files of this user, such as the address of a running demo", "~/.gatehouse"),

  CLOCK(
      "system, or pages for the clock of the running pages: a demo sets this, its time is simulated",
      "system"),

  KEY("the file with this operator's private key", "~/.gatehouse/operator.key"),
  SERVICE_KEY("the file with the private key of this machine's pages", "~/.gatehouse/service.key"),

  DB_URL("the database, like jdbc:postgresql://host:5432/gatehouse", Default.NONE),
  DB_USER("the database role of the program", Default.NONE),
  DB_PASSWORD("the password of the program's role", Default.SECRET),
  DB_READER_USER("the database role of the pages, which may only read", Default.NONE),
  DB_READER_PASSWORD("the password of the pages' role", Default.SECRET),
  DB_OWNER_USER(
      "the database role that owns the schema; only for migrate and key bootstrap", Default.NONE),
  DB_OWNER_PASSWORD("the password of the owning role", Default.SECRET),

  TEMPORAL_TARGET("the address of the Temporal frontend, host:port", "127.0.0.1:7233"),
  TEMPORAL_NAMESPACE("the namespace of the lifecycles", "default"),
  TEMPORAL_UI_URL(
      "the address of the Temporal UI: pages link to it, and it may have payloads decoded here",
      Default.OPTIONAL),

  WORKER_DEPLOYMENT(
      "the name of the workers' deployment in Temporal; not set: builds are not told apart",
      Default.OPTIONAL),
  WORKER_BUILD(
      "the name of this build in that deployment; not set: a fingerprint of its workflows",
      Default.OPTIONAL),

  KEYS_WRITE(
      "the id of the key that payloads are encrypted with; no key at all: they are plaintext",
      Default.OPTIONAL),
  KEYS("the keys to read and write with, entries id=key separated by spaces", Default.SECRET),
  KEYS_FOLDER("the folder of key files, which only this user can read", Default.OPTIONAL),
  KEYS_PLAINTEXT_UNTIL(
      "the last day in UTC on which plaintext is read beside encrypted payloads, like 2027-03-31",
      Default.OPTIONAL),
  KEYS_VAULT_KEY(
      "the key in Azure Key Vault that wraps ours, like https://NAME.vault.azure.net/keys/KEY",
      Default.OPTIONAL),
  KEYS_VAULT_KIND(
      "how we sign in at the vault: certificate, workload or managed", Default.OPTIONAL),
  KEYS_VAULT_CLIENT_ID("the application id for the vault", Default.OPTIONAL),
  KEYS_VAULT_CERTIFICATE(
      "the path of the certificate with key for the vault, PEM or PFX", Default.OPTIONAL),
  KEYS_VAULT_CERTIFICATE_PASSWORD("the password of the certificate's file", Default.SECRET),
  KEYS_VAULT_FEDERATED_TOKEN("the path of the token of a workload identity", Default.OPTIONAL),

  MAIL_HOST("the SMTP server that takes our mail", Default.NONE),
  MAIL_PORT("the port of the SMTP server", "587"),
  MAIL_USER("the user name at the SMTP server, when it asks for one", Default.OPTIONAL),
  MAIL_PASSWORD("the password at the SMTP server", Default.SECRET),
  MAIL_KIND(
      "how we sign in at the SMTP server: password, or certificate, workload or managed as an app registration in Exchange Online",
      "password"),
  MAIL_CLIENT_ID("that registration's application id", Default.OPTIONAL),
  MAIL_CERTIFICATE(
      "the path of that registration's certificate with key, PEM or PFX", Default.OPTIONAL),
  MAIL_CERTIFICATE_PASSWORD("the password of the certificate's file", Default.SECRET),
  MAIL_FEDERATED_TOKEN("the path of the token of a workload identity", Default.OPTIONAL),
  MAIL_STARTTLS("REQUIRED, or OFF for a server on this machine", "REQUIRED"),
  MAIL_PER_MINUTE(
      "how many mails the SMTP server takes a minute; Exchange Online takes 30 from one mailbox",
      "30"),
  MAIL_FROM("the address that our mail comes from", Default.NONE),
  MAIL_REPLY_TO("the address that answers go to", Default.OPTIONAL),

  GRAPH_BASE_URL("the address of Microsoft Graph", "https://graph.microsoft.com/v1.0"),
  GRAPH_READER_KIND("how the reading registration signs in: " + Default.KINDS, Default.NONE),
  GRAPH_READER_CLIENT_ID("the reading registration's application id", Default.OPTIONAL),
  GRAPH_READER_CERTIFICATE(
      "the path of the reading registration's certificate with key, PEM or PFX", Default.OPTIONAL),
  GRAPH_READER_CERTIFICATE_PASSWORD("the password of the certificate's file", Default.SECRET),
  GRAPH_READER_FEDERATED_TOKEN("the path of the token of a workload identity", Default.OPTIONAL),
  GRAPH_READER_TOKEN("a fixed token, for a sandbox on this machine", Default.SECRET),
  GRAPH_LOOKER_KIND(
      "how the acting side's own reading registration signs in; required beside a writing one",
      Default.OPTIONAL),
  GRAPH_LOOKER_CLIENT_ID("that registration's application id", Default.OPTIONAL),
  GRAPH_LOOKER_CERTIFICATE(
      "the path of that registration's certificate with key, PEM or PFX", Default.OPTIONAL),
  GRAPH_LOOKER_CERTIFICATE_PASSWORD("the password of the certificate's file", Default.SECRET),
  GRAPH_LOOKER_FEDERATED_TOKEN("the path of the token of a workload identity", Default.OPTIONAL),
  GRAPH_LOOKER_TOKEN("a fixed token, for a sandbox on this machine", Default.SECRET),
  GRAPH_WRITER_KIND(
      "how the writing registration signs in; not set: this process never writes",
      Default.OPTIONAL),
  GRAPH_WRITER_CLIENT_ID("the writing registration's application id", Default.OPTIONAL),
  GRAPH_WRITER_CERTIFICATE(
      "the path of the writing registration's certificate with key, PEM or PFX", Default.OPTIONAL),
  GRAPH_WRITER_CERTIFICATE_PASSWORD("the password of the certificate's file", Default.SECRET),
  GRAPH_WRITER_FEDERATED_TOKEN("the path of the token of a workload identity", Default.OPTIONAL),
  GRAPH_WRITER_TOKEN("a fixed token, for a sandbox on this machine", Default.SECRET),

  HEALTH_PORT(
      "a port on which a worker, or serve, says how it is and what it counts", Default.OPTIONAL),
  HEALTH_ADDRESS(
      "the address of that port; another than this machine's own only for probes and scrapers that come from outside",
      "127.0.0.1"),

  LOG("how what happens is logged on standard error: text, or json with one object a line", "text"),

  PAGES_ADDRESS("the address that the pages listen on", "127.0.0.1"),
  PAGES_PORT("the port that the pages listen on, 0 for any free one", "8085"),
  PAGES_BASE_URL(
      "what links in mails begin with, https unless on this machine", "http://127.0.0.1:8085"),

  OIDC_ISSUER(
      "who signs administrators in, like https://login.microsoftonline.com/TENANT/v2.0; not set: nobody signs in, and the pages answer this machine only",
      Default.OPTIONAL),
  OIDC_CLIENT_ID("the application id of the pages' registration", Default.OPTIONAL),
  OIDC_CERTIFICATE(
      "the path of the PEM file with that registration's certificate and private key",
      Default.OPTIONAL),
  OIDC_CLIENT_SECRET("instead of a certificate, that registration's secret", Default.SECRET);

  /** What the last column of the table of variables says. */
  private static final class Default {
    static final String NONE = "";
    static final String OPTIONAL = "not set";
    static final String SECRET = "secret";
    static final String KINDS = "static, certificate, workload or managed";
  }

  private final String meaning;
  private final String fallback;

  Variable(String meaning, String fallback) {
    this.meaning = meaning;
    this.fallback = fallback;
  }

  /** The name in the environment. */
  public String key() {
    return "GATEHOUSE_" + name();
  }

  /** For a secret, the variable that names a file with the value instead. */
  public String fileKey() {
    return key() + "_FILE";
  }

  public String meaning() {
    return meaning;
  }

  /** A secret is never printed and may stand in a file. */
  public boolean secret() {
    return fallback.equals(Default.SECRET);
  }

  /** The value that holds when the variable is not set; empty when there is none. */
  public String fallback() {
    return secret() || fallback.equals(Default.OPTIONAL) ? "" : fallback;
  }
}
