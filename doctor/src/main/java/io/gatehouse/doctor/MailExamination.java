package io.gatehouse.doctor;

import static io.gatehouse.doctor.Finding.note;
import static io.gatehouse.doctor.Finding.well;
import static io.gatehouse.doctor.Finding.wrong;

import io.gatehouse.config.MailSettings;
import io.gatehouse.config.Part;
import io.gatehouse.config.Variable;
import io.gatehouse.worker.house.Registrations;
import io.gatehouse.worker.mail.Smtp;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;

/** Whether the mail server lets us in. Nothing is sent. */
record MailExamination(Ground ground) implements Examination {
  @Override
  public String subject() {
    return "Mail";
  }

  @Override
  public List<Finding> look() {
    if (!ground.has(Variable.MAIL_HOST)) {
      return List.of(
          note(
              "%s is not set here: only a worker on the queue mail needs it."
                  .formatted(Variable.MAIL_HOST.key())));
    }
    MailSettings mail = ground.settings(Part.MAIL).mail();
    var found = new ArrayList<Finding>();
    if (mail.registration() != null) {
      found.addAll(Lifetime.findings(Registrations.credential(mail.registration())));
    }
    found.add(connection(mail));
    return found;
  }

  private Finding connection(MailSettings mail) {
    var smtp = new Smtp(mail, ground.clock());
    try {
      smtp.probe();
    } catch (MessagingException e) {
      return wrong(
          "The mail server at %s does not take our connection (%s): check GATEHOUSE_MAIL_HOST, _PORT, _USER and _STARTTLS."
              .formatted(smtp.address(), e.getMessage()));
    }
    return well("the server at %s takes our connection".formatted(smtp.address()));
  }
}
