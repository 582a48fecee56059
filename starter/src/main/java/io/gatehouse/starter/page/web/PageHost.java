package io.gatehouse.starter.page.web;

import io.gatehouse.config.PageSettings;
import io.gatehouse.config.SignInSettings;
import io.gatehouse.config.StartProblem;
import io.gatehouse.observe.Traces;
import io.gatehouse.starter.actor.Signer;
import io.gatehouse.starter.answer.AnswerDelivery;
import io.gatehouse.starter.codec.CodecServer;
import io.gatehouse.store.Store;
import io.gatehouse.store.view.Views;
import io.temporal.client.WorkflowClient;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextException;
import org.springframework.core.env.MapPropertySource;

/**
 * The web server of the pages. A context of its own, without a scan of the class path and without
 * automatic configuration beyond what {@link PageConfiguration} names.
 */
public final class PageHost implements AutoCloseable {
  /** Kept here: a logger that nobody holds forgets its level. It greets at every start. */
  private static final Logger TOMCAT = Logger.getLogger("org.apache");

  private final AnnotationConfigServletWebServerApplicationContext context;

  private PageHost(AnnotationConfigServletWebServerApplicationContext context) {
    this.context = context;
  }

  /**
   * What the pages stand on.
   *
   * @param writing for answers and links
   * @param signer signs for whoever the pages have proved
   * @param reading for everything that is shown, under a role that cannot write
   */
  public record Ground(
      Clock clock,
      Store writing,
      Store reading,
      Views views,
      AnswerDelivery answers,
      CodecServer codec,
      Signer signer,
      WorkflowClient client,
      Traces traces) {}

  /**
   * Starts to listen.
   *
   * @throws StartProblem when the port is in use
   */
  public static PageHost start(
      PageSettings settings, Optional<SignInSettings> signIn, Ground ground) {
    TOMCAT.setLevel(Level.WARNING);
    Optional<SignIn> how = signIn.map(each -> SignIn.of(each, settings.baseUrl()));
    var context = new AnnotationConfigServletWebServerApplicationContext();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("gatehouse", properties(settings)));
    context.registerBean(Clock.class, ground::clock);
    context.registerBean("writing", Store.class, ground::writing);
    context.registerBean("reading", Store.class, ground::reading);
    context.registerBean(Views.class, ground::views);
    context.registerBean(AnswerDelivery.class, ground::answers);
    context.registerBean(PageSettings.class, () -> settings);
    context.registerBean(CodecServer.class, ground::codec);
    context.registerBean(Signer.class, ground::signer);
    context.registerBean(WorkflowClient.class, ground::client);
    context.registerBean(Traces.class, ground::traces);
    String ui = settings.temporalUi();
    if (ui != null) {
      String namespace = ground.client().getOptions().getNamespace();
      context.registerBean(
          TemporalUi.class, () -> new TemporalUi(ui, namespace, ground.reading().tenant()));
    }
    how.ifPresent(each -> context.registerBean(SignIn.class, () -> each));
    context.register(PageConfiguration.class);
    try {
      context.refresh();
    } catch (ApplicationContextException e) {
      context.close();
      throw problem(e, settings);
    }
    return new PageHost(context);
  }

  public int port() {
    return Objects.requireNonNull(context.getWebServer(), "the server runs").getPort();
  }

  @Override
  public void close() {
    context.close();
  }

  private static Map<String, Object> properties(PageSettings settings) {
    return Map.ofEntries(
        Map.entry("server.address", settings.address()),
        Map.entry("server.port", settings.port()),
        // Never believe a header about who asks: ThisMachine relies on the real address.
        Map.entry("server.forward-headers-strategy", "none"),
        Map.entry("server.servlet.session.timeout", "30m"),
        Map.entry("server.servlet.session.tracking-modes", "cookie"),
        Map.entry("server.servlet.session.cookie.http-only", "true"),
        Map.entry("server.servlet.session.cookie.same-site", "lax"),
        Map.entry("server.servlet.session.cookie.secure", settings.baseUrl().startsWith("https:")),
        Map.entry("server.error.whitelabel.enabled", "false"),
        Map.entry("spring.web.resources.add-mappings", "false"),
        Map.entry("spring.thymeleaf.prefix", "classpath:/io/gatehouse/starter/page/"));
  }

  private static RuntimeException problem(ApplicationContextException e, PageSettings settings) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof PortInUseException) {
        return new StartProblem(
            "Port %d of %s is in use: end the other program or set GATEHOUSE_PAGES_PORT."
                .formatted(settings.port(), settings.address()),
            e);
      }
    }
    return e;
  }
}
