package io.gatehouse.demo.check;

import io.gatehouse.sandbox.people.AnsweredMail;
import io.gatehouse.sandbox.tenant.AuditEntry;
import io.gatehouse.sandbox.tenant.DeletedUser;
import io.gatehouse.sandbox.tenant.Tenant;
import io.gatehouse.sandbox.tenant.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * That nobody was touched who must not be, named or generated: by what the tenant knew of the
 * account at the moment of each effect, and by what people told the pages.
 */
final class Untouched {
  private static final Set<String> TAKES = Set.of(AuditEntry.DISABLE, AuditEntry.DELETE);

  private final Tenant tenant;
  private final List<AuditEntry> taken;

  /**
   * @param effects what our registrations did, by the tenant's own account
   */
  Untouched(Tenant tenant, List<AuditEntry> effects) {
    this.tenant = tenant;
    this.taken = effects.stream().filter(entry -> TAKES.contains(entry.activity())).toList();
  }

  /** No guard that the tenant itself knows of, and no named guest who is left alone. */
  Invariant guarded() {
    var broken = new ArrayList<String>();
    for (AuditEntry entry : taken) {
      if (!entry.ties().isEmpty()) {
        broken.add(
            "%s of %s in spite of %s".formatted(entry.activity(), entry.targetId(), entry.ties()));
      }
    }
    Set<String> touched = taken.stream().map(AuditEntry::targetId).collect(Collectors.toSet());
    Endings.untouchable().stream()
        .filter(guest -> touched.contains(tenant.idOf(guest)))
        .forEach(guest -> broken.add("%s was touched".formatted(guest)));
    return new Invariant(
        "each of %d accounts was free to be disabled or deleted when it was, as the tenant saw it"
            .formatted(taken.size()),
        broken);
  }

  /**
   * Nobody of whom the last word was keep: people keep for longer than a demo runs.
   *
   * @param answered what people tried to answer
   */
  Invariant kept(List<AnsweredMail> answered) {
    Map<String, AnsweredMail> last = new HashMap<>();
    answered.stream()
        .filter(AnsweredMail::recorded)
        .forEach(answer -> last.put(answer.guestHint(), answer));
    List<AnsweredMail> kept =
        last.values().stream().filter(answer -> answer.choice().equals("keep")).toList();
    Map<String, String> ids = idsByMail();
    var broken = new ArrayList<String>();
    for (AnsweredMail keep : kept) {
      String id = ids.get(keep.guestHint());
      if (id == null) {
        broken.add("%s was kept and is gone".formatted(keep.guestHint()));
      } else if (taken.stream()
          .filter(entry -> entry.targetId().equals(id))
          .anyMatch(entry -> entry.at().isAfter(keep.at()))) {
        broken.add("%s was kept and then touched".formatted(keep.guestHint()));
      }
    }
    return new Invariant(
        "none of %d guests whose sponsors said keep was touched afterwards".formatted(kept.size()),
        broken);
  }

  private Map<String, String> idsByMail() {
    return Stream.concat(tenant.users().stream(), tenant.bin().stream().map(DeletedUser::user))
        .filter(user -> user.mail() != null)
        .collect(Collectors.toMap(user -> String.valueOf(user.mail()), User::id, (one, _) -> one));
  }
}
