package io.gatehouse.starter.serve;

import io.gatehouse.config.DatabaseSettings;
import io.gatehouse.config.KeyFiles;
import io.gatehouse.config.Settings;
import io.gatehouse.keys.Encryption;
import io.gatehouse.observe.Traces;
import io.gatehouse.starter.actor.ClockCheck;
import io.gatehouse.starter.actor.ServiceKey;
import io.gatehouse.starter.actor.Signer;
import io.gatehouse.starter.answer.AnswerDelivery;
import io.gatehouse.starter.codec.CodecServer;
import io.gatehouse.starter.codec.DecodeAudit;
import io.gatehouse.starter.page.web.PageHost;
import io.gatehouse.starter.policy.AppliedPolicy;
import io.gatehouse.store.Store;
import io.gatehouse.store.database.Database;
import io.gatehouse.store.database.Migrations;
import io.gatehouse.store.view.Views;
import io.temporal.client.WorkflowClient;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages and the answers of one tenant, running. */
public final class Serve implements AutoCloseable {
  private final Database database;
  private final Database reader;
  private final AnswerDelivery answers;
  private final PageHost pages;
  private final Store reading;
  private final @Nullable String unproved;

  private Serve(
      Database database,
      Database reader,
      AnswerDelivery answers,
      PageHost pages,
      Store reading,
      @Nullable String unproved) {
    this.database = database;
    this.reader = reader;
    this.answers = answers;
    this.pages = pages;
    this.reading = reading;
    this.unproved = unproved;
  }

  /**
   * Starts with settings that hold the parts DATABASE, READER and PAGES. Answers are delivered when
   * they are given and when {@link #answers()} is asked to.
   *
   * @param encryption what the client writes with, and the codec server decodes
   * @param traces where the spans of requests go
   * @throws io.gatehouse.config.StartProblem or a {@link io.gatehouse.store.database.StoreProblem}
   *     with what to do
   */
  public static Serve start(
      Settings settings,
      KeyFiles keys,
      Encryption encryption,
      Clock clock,
      WorkflowClient client,
      Traces traces) {
    Database database = null;
    Database reader = null;
    try {
      database = open(settings.database());
      Migrations.requireCurrent(database);
      reader = open(settings.reader());
      SearchAttributeRegistration.ensure(client);
      var writing = new Store(database, settings.tenant());
      AppliedPolicy.requireReadable(writing);
      Signer signer = ServiceKey.open(keys.service(), writing, clock);
      var answers =
          new AnswerDelivery(writing, client, clock, ClockCheck.of(writing, clock), signer);
      var reading = new Store(reader, settings.tenant());
      var ground =
          new PageHost.Ground(
              clock,
              writing,
              reading,
              new Views(reader.of(settings.tenant())),
              answers,
              new CodecServer(
                  encryption.cipher(), new DecodeAudit(writing, settings.tenant(), clock)),
              signer,
              client,
              traces);
      var pages = PageHost.start(settings.pages(), settings.signIn(), ground);
      return new Serve(
          database, reader, answers, pages, reading, ServiceKey.flaw(signer, writing).orElse(null));
    } catch (RuntimeException e) {
      close(reader);
      close(database);
      throw e;
    }
  }

  /** Delivers recorded answers. */
  public AnswerDelivery answers() {
    return answers;
  }

  /** What the pages read from, under a role that cannot write. */
  public Store reading() {
    return reading;
  }

  /** Why nobody can be proved by these pages yet; empty when they can be. */
  public Optional<String> unproved() {
    return Optional.ofNullable(unproved);
  }

  /** The port that the pages listen on. */
  public int port() {
    return pages.port();
  }

  @Override
  public void close() {
    pages.close();
    close(reader);
    close(database);
  }

  private static Database open(DatabaseSettings settings) {
    return Database.open(settings.url(), settings.user(), settings.password());
  }

  private static void close(@Nullable Database database) {
    if (database != null) {
      database.close();
    }
  }
}
