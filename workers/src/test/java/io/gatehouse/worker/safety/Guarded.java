package io.gatehouse.worker.safety;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.guest.Trigger;
import io.gatehouse.policy.Exclusion;
import io.gatehouse.policy.GuardRules;
import io.gatehouse.policy.Silence;
import io.gatehouse.safety.Guard;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.Membership;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.store.sponsor.InvitationRow;
import io.gatehouse.worker.house.TryHouse;
import io.gatehouse.worker.house.TryPolicy;
import java.time.LocalDate;
import java.util.List;

/** A guest whom a guard protects: how it was from the beginning, or what happens meanwhile. */
enum Guarded {
  ROLE_HELD(NamedGuest.ROLE_HOLDER, Guard.ROLE_HOLDER),
  ROLE_GAINED(Guard.ROLE_HOLDER),
  ELIGIBLE_FOR_A_ROLE(NamedGuest.ELIGIBLE_ROLE, Guard.ELIGIBLE_FOR_ROLE),
  MEMBER_OF_A_ROLE_ASSIGNABLE_GROUP(NamedGuest.ROLE_ASSIGNABLE_MEMBER, Guard.ROLE_ASSIGNABLE_GROUP),
  OWNED_GROUP_IS_ROLE_ASSIGNABLE(Guard.ROLE_ASSIGNABLE_GROUP),
  SOLE_OWNER(NamedGuest.SOLE_OWNER, Guard.SOLE_OWNER),
  OTHER_OWNER_LEFT(Guard.SOLE_OWNER),
  APPLICATION_OWNER(NamedGuest.APPLICATION_OWNER, Guard.APPLICATION_OWNER),
  IN_A_RESTRICTED_UNIT(NamedGuest.RESTRICTED_UNIT, Guard.RESTRICTED_UNIT),
  RESTRICTED_MEANWHILE(Guard.RESTRICTED_UNIT),
  ON_PREMISES(NamedGuest.ON_PREMISES, Guard.ON_PREMISES),
  IN_A_FOREIGN_GROUP(NamedGuest.FOREIGN_MANAGED, Guard.FOREIGN_MANAGED),
  ITS_GROUP_IS_CALLED_FOREIGN(Guard.FOREIGN_MANAGED),
  INVITED_BY_AN_APPLICATION(Guard.FOREIGN_MANAGED),
  EXCLUDED(NamedGuest.EXCLUDED, Guard.EXCLUDED),
  EXCLUDED_BY_A_POLICY_APPLIED_MEANWHILE(Guard.EXCLUDED),
  BECAME_A_MEMBER(Guard.NOT_A_GUEST),
  USER_TYPE_IS_NOT_TOLD(Guard.NOT_A_GUEST),
  READS_A_GROUPS_MAIL_AND_NOBODY_ANSWERED(NamedGuest.MAIL_ONLY, Guard.MAY_ONLY_USE_MAIL),
  ONLY_THE_STEWARD_WAS_SILENT(NamedGuest.PLAINLY_STALE, Guard.NOBODY_SAID_SO),
  THE_QUESTION_WAS_NOT_DELIVERED(NamedGuest.PLAINLY_STALE, Guard.NOBODY_SAID_SO),
  NOBODY_WAS_ASKED(NamedGuest.PLAINLY_STALE, Guard.NOBODY_SAID_SO),
  REVIEW_WITHOUT_A_WORD(NamedGuest.REVIEW_REMOVED, Guard.NOBODY_SAID_SO),
  NO_SPONSOR_AND_NO_WORD(NamedGuest.WITHOUT_SPONSOR, Guard.NOBODY_SAID_SO),
  THE_STEWARD_WAS_SILENT_AS_A_SPONSOR(NamedGuest.PLAINLY_STALE, Guard.NOBODY_SAID_SO),
  ONLY_ITS_EXCLUSION_WAS_ASKED_ABOUT(NamedGuest.PLAINLY_STALE, Guard.NOBODY_SAID_SO),
  THE_LAST_WORD_WAS_NOT_MINE(Guard.NOBODY_SAID_SO);

  private static final String USER = "/users/[^/]+$";

  private final NamedGuest guest;
  private final Guard guard;
  private final boolean comesLater;

  Guarded(NamedGuest guest, Guard guard) {
    this.guest = guest;
    this.guard = guard;
    this.comesLater = false;
  }

  /** An ordinary guest at first, who owns a group together with somebody else. */
  Guarded(Guard guard) {
    this.guest = NamedGuest.CO_OWNER;
    this.guard = guard;
    this.comesLater = true;
  }

  Guard guard() {
    return guard;
  }

  /** Whether it was unprotected when its lifecycle began. */
  boolean comesLater() {
    return comesLater;
  }

  /** Nothing but the guard is missing for an effect. */
  LifecycleRef opened(TryHouse house) {
    return switch (this) {
      case READS_A_GROUPS_MAIL_AND_NOBODY_ANSWERED ->
          unanswered(house, Trigger.INACTIVE).asked("SPONSOR").delivered().ref();
      case ONLY_THE_STEWARD_WAS_SILENT ->
          unanswered(house, Trigger.INACTIVE)
              .asked("SPONSOR")
              .delivered()
              .asked("STEWARD")
              .delivered()
              .ref();
      case THE_QUESTION_WAS_NOT_DELIVERED ->
          unanswered(house, Trigger.INACTIVE).asked("SPONSOR").delivered().asked("MANAGER").ref();
      case THE_STEWARD_WAS_SILENT_AS_A_SPONSOR ->
          unanswered(house, Trigger.INACTIVE)
              .asked(house.policy().steward(), "SPONSOR")
              .delivered()
              .ref();
      case NOBODY_WAS_ASKED -> unanswered(house, Trigger.INACTIVE).ref();
      case REVIEW_WITHOUT_A_WORD ->
          unanswered(house, Trigger.ATTESTATION_DUE).asked("SPONSOR").delivered().ref();
      case NO_SPONSOR_AND_NO_WORD ->
          unanswered(house, Trigger.SPONSOR_MISSING).asked("MANAGER").delivered().ref();
      case ONLY_ITS_EXCLUSION_WAS_ASKED_ABOUT ->
          house.removed(unanswered(house, Trigger.EXCLUSION_ENDS).asked("OWNER").delivered().ref());
      default -> house.due(guest);
    };
  }

  private Unanswered unanswered(TryHouse house, Trigger trigger) {
    house.apply(TryPolicy.silence(Silence.REMOVE));
    return Unanswered.about(house, guest, trigger);
  }

  /** What protects the guest from now on; nothing when it always was protected. */
  void comesAbout(TryHouse house, String guestId) {
    switch (this) {
      case ROLE_GAINED -> house.tenant().gainRole(guestId);
      case OWNED_GROUP_IS_ROLE_ASSIGNABLE ->
          house
              .relay()
              .rewrite(
                  "/ownedObjects$",
                  json ->
                      json.replaceAll(
                          "\"isAssignableToRole\":[a-z]+", "\"isAssignableToRole\":true"));
      case OTHER_OWNER_LEFT ->
          house.tenant().delete(house.tenant().idOf(Employee.ANNA), Attempts.SOMEBODY, "she left");
      case RESTRICTED_MEANWHILE -> house.tenant().restrict(guestId);
      case ITS_GROUP_IS_CALLED_FOREIGN ->
          house.apply(TryPolicy.guards(new GuardRules(true, groupsOf(house, guestId))));
      case INVITED_BY_AN_APPLICATION ->
          house
              .store()
              .invitations()
              .upsert(
                  List.of(
                      new InvitationRow(guestId, house.now(), null, "Synchronization of users")));
      case EXCLUDED_BY_A_POLICY_APPLIED_MEANWHILE ->
          house.apply(
              TryPolicy.exclusions(
                  new Exclusion(
                      guestId, house.tenant().idOf(Employee.ANNA), "litigation", LocalDate.MAX)));
      case BECAME_A_MEMBER -> house.tenant().becomeMember(guestId);
      case USER_TYPE_IS_NOT_TOLD ->
          house.relay().rewrite(USER, json -> json.replace("\"Guest\"", "null"));
      case THE_LAST_WORD_WAS_NOT_MINE -> notMine(house, guestId);
      default -> {} // was so from the beginning
    }
  }

  private static List<String> groupsOf(TryHouse house, String guestId) {
    return house.tenant().membershipsOf(guestId).stream().map(Membership::id).toList();
  }

  private static void notMine(TryHouse house, String guestId) {
    var opening = house.store().lifecycles().openFor(guestId).orElseThrow().openingId().toString();
    var ref = new LifecycleRef(house.house().tenant(), guestId, opening);
    house.store().answers().applied(house.answered(ref, null, "NOT_MINE").answerId(), house.now());
  }
}
