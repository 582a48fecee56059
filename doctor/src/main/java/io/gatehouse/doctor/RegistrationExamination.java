package io.gatehouse.doctor;

import static io.gatehouse.doctor.Finding.note;
import static io.gatehouse.doctor.Finding.well;
import static io.gatehouse.doctor.Finding.wrong;

import io.gatehouse.config.GraphCredential;
import io.gatehouse.config.GraphSettings;
import io.gatehouse.config.Part;
import io.gatehouse.config.Variable;
import io.gatehouse.graph.CallBudget;
import io.gatehouse.graph.Credential;
import io.gatehouse.graph.GraphConnection;
import io.gatehouse.graph.access.Duty;
import io.gatehouse.graph.access.Pass;
import io.gatehouse.graph.read.DirectoryReader;
import io.gatehouse.starter.directory.DirectoryAccess;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** One app registration: does it get a token, and may it do what it is for. */
record RegistrationExamination(Ground ground, Duty duty, Variable kind) implements Examination {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration TO_THE_SECOND = Duration.ofSeconds(1);

  @Override
  public String subject() {
    return "Microsoft Graph, " + duty.name().toLowerCase(Locale.ROOT) + ": " + duty.words();
  }

  @Override
  public List<Finding> look() {
    if (!ground.has(kind)) {
      return List.of(
          note("%s is not set here: only the worker that does this has it.".formatted(kind.key())));
    }
    Part part =
        switch (duty) {
          case READER -> Part.GRAPH;
          case LOOKER -> Part.LOOKER;
          case WRITER -> Part.WRITER;
        };
    GraphSettings settings = ground.settings(part).graph();
    URI baseUrl = URI.create(settings.baseUrl());
    Credential credential = DirectoryAccess.credential(credential(settings));
    var found = new ArrayList<Finding>();
    try {
      found.addAll(Lifetime.findings(credential));
      Pass pass = Pass.of(baseUrl, credential, PATIENCE);
      found.addAll(Consent.findings(pass, duty, ground.settings(part).tenant()));
    } catch (RuntimeException e) {
      found.add(
          wrong(
              "No token: %s Check client id, certificate and tenant of %s."
                  .formatted(firstLine(e), kind.key().replace("_KIND", "_*"))));
      return found;
    }
    if (duty != Duty.WRITER) {
      reads(
          new GraphConnection(baseUrl, credential, new CallBudget(ground.clock()), ground.clock()));
      found.add(well("reads guests with the dates of their sign-ins"));
      Web.date(settings.baseUrl())
          .ifPresent(there -> found.add(Skew.finding("Microsoft Graph", there, TO_THE_SECOND)));
    }
    return found;
  }

  private static void reads(GraphConnection connection) {
    new DirectoryReader(connection).guests(null, 1);
  }

  private GraphCredential credential(GraphSettings settings) {
    return switch (duty) {
      case READER -> Objects.requireNonNull(settings.reader());
      case LOOKER -> Objects.requireNonNull(settings.acting()).looker();
      case WRITER -> Objects.requireNonNull(Objects.requireNonNull(settings.acting()).writer());
    };
  }

  private static String firstLine(RuntimeException e) {
    String message = e.getMessage();
    return message == null
        ? e.getClass().getSimpleName() + "."
        : message.lines().findFirst().orElse("") + ".";
  }
}
