package io.gatehouse.doctor;

import static io.gatehouse.doctor.Finding.note;
import static io.gatehouse.doctor.Finding.well;
import static io.gatehouse.doctor.Finding.wrong;

import io.gatehouse.config.PageSettings;
import io.gatehouse.config.Part;
import io.gatehouse.config.Settings;
import io.gatehouse.config.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pages: what links in mails lead to, and who signs administrators in. */
record PagesExamination(Ground ground) implements Examination {
  @Override
  public String subject() {
    return "Pages";
  }

  @Override
  public List<Finding> look() {
    Settings settings = ground.settings(Part.PAGES);
    PageSettings pages = settings.pages();
    var found = new ArrayList<Finding>();
    found.add(
        Web.status(pages.baseUrl() + "/health").equals(Optional.of(200))
            ? well("answer at " + pages.baseUrl())
            : wrong(
                "%s/health does not answer well, and links in mails lead there: start serve, and look at the proxy before it or at %s."
                    .formatted(pages.baseUrl(), Variable.PAGES_BASE_URL.key())));
    found.add(
        settings
            .signIn()
            .map(signIn -> issuer(signIn.issuer()))
            .orElse(note("Nobody signs in: administrators' pages answer this machine only.")));
    return found;
  }

  private static Finding issuer(String issuer) {
    return Web.status(issuer + "/.well-known/openid-configuration").equals(Optional.of(200))
        ? well("administrators sign in at " + issuer)
        : wrong(
            "%s does not tell how to sign in there: check %s and the way to it."
                .formatted(issuer, Variable.OIDC_ISSUER.key()));
  }
}
