package io.gatehouse.demo;

import io.gatehouse.guest.Stage;
import io.gatehouse.sandbox.tenant.Employee;
import io.gatehouse.sandbox.tenant.Initiator;
import io.gatehouse.sandbox.tenant.NamedGuest;
import io.gatehouse.starter.answer.Act;
import io.gatehouse.starter.answer.Actor;
import io.gatehouse.starter.answer.AnswerBook;
import io.gatehouse.store.lifecycle.LifecycleRow;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The administrator of the demo, who steps in where a person is needed: each act once. */
public final class Operator {
  private record Wish(int fromDay, NamedGuest guest, Predicate<LifecycleRow> when, Act act) {}

  private final DemoHouse house;
  private final List<Wish> wishes = new ArrayList<>();
  private boolean enabledByHand;

  public Operator(DemoHouse house) {
    this.house = house;
    LocalDate start = LocalDate.ofInstant(house.sandbox().tenant().start(), ZoneOffset.UTC);
    Predicate<LifecycleRow> asked = stage(Stage.ASKED).and(row -> row.nextAt() != null);
    wishes.addAll(
        List.of(
            wish(7, NamedGuest.CO_OWNER, asked, new Act.Hold(start.plusDays(20), "merger talks")),
            wish(
                13,
                NamedGuest.CO_OWNER,
                row -> row.holdUntil() != null,
                new Act.Release("settled")),
            wish(7, NamedGuest.NO_SPONSOR, asked, new Act.Extend(5, "the steward is travelling")),
            wish(
                7,
                NamedGuest.SPONSOR_WITHOUT_MAILBOX,
                asked,
                new Act.Reassign(
                    house.sandbox().tenant().idOf(Employee.ANNA), "knows the project")),
            wish(
                30,
                NamedGuest.OTHER_MAIL,
                stage(Stage.DISABLED),
                new Act.Restore("the partner called: still needed")),
            wish(
                62,
                NamedGuest.PLAINLY_STALE,
                LifecycleRow::needsOperator,
                new Act.Retry("the dispute is over"))));
  }

  /** Returns how much was done. */
  public int act(int day) {
    List<Wish> due =
        wishes.stream().filter(wish -> wish.fromDay() <= day).filter(this::isTime).toList();
    due.forEach(this::perform);
    wishes.removeAll(due);
    return due.size() + enableByHand();
  }

  private boolean isTime(Wish wish) {
    return open(wish.guest()).filter(wish.when()).isPresent();
  }

  private void perform(Wish wish) {
    new AnswerBook(house.store(), house.temporal().clock(), house.operator().signer())
        .record(
            open(wish.guest()).orElseThrow(),
            new Actor.Proved(house.operator().person()),
            wish.act());
  }

  /**
   * Nobody but an administrator of the directory can enable who holds a role: not we, who stopped
   * before the delete for that very reason.
   */
  private int enableByHand() {
    boolean stopped =
        open(NamedGuest.GAINS_ROLE_IN_GRACE).filter(LifecycleRow::needsOperator).isPresent();
    if (enabledByHand || !stopped) {
      return 0;
    }
    String guest = house.sandbox().tenant().idOf(NamedGuest.GAINS_ROLE_IN_GRACE);
    enabledByHand =
        house
            .sandbox()
            .tenant()
            .setAccountEnabled(guest, true, Initiator.ADMINISTRATOR, "enabled-by-hand");
    return 1;
  }

  private Optional<LifecycleRow> open(NamedGuest guest) {
    return house.store().lifecycles().openFor(house.sandbox().tenant().idOf(guest));
  }

  private static Predicate<LifecycleRow> stage(Stage stage) {
    return row -> row.stage().equals(stage.name());
  }

  private static Wish wish(int fromDay, NamedGuest guest, Predicate<LifecycleRow> when, Act act) {
    return new Wish(fromDay, guest, when, act);
  }
}
