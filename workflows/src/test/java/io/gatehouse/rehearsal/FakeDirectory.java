package io.gatehouse.rehearsal;

import io.gatehouse.guest.LifecycleRef;
import io.gatehouse.sponsor.Candidate;
import io.gatehouse.sponsor.NextAsking;
import io.gatehouse.sponsor.Question;
import io.gatehouse.sponsor.Role;
import io.gatehouse.sponsor.SponsorActivities;
import java.util.List;
import java.util.function.Consumer;

/** Knows the chain and the desks: everybody in it can be asked, unless the test says otherwise. */
final class FakeDirectory implements SponsorActivities {
  private final Journal journal;
  private final Script script;
  private volatile List<Candidate> chain = List.of();
  private volatile boolean silenceCounts = true;
  private volatile Consumer<Question> desk = _ -> {};

  FakeDirectory(Journal journal, Script script) {
    this.journal = journal;
    this.script = script;
  }

  void chain(List<Candidate> people) {
    chain = people;
  }

  void silenceDoesNotCount() {
    silenceCounts = false;
  }

  void desk(Consumer<Question> takesQuestions) {
    desk = takesQuestions;
  }

  @Override
  public Candidate ask(NextAsking asking) {
    script.play("ask");
    Candidate next = next(asking);
    if (next.sponsorId() != null) {
      Question question = asking.question(next.sponsorId(), next.role());
      journal.write(
          "asks %s, %s, round %d"
              .formatted(question.sponsorId(), question.role(), question.round()));
      desk.accept(question);
    }
    return next;
  }

  private Candidate next(NextAsking asking) {
    if (asking.named() != null) {
      return new Candidate(asking.named(), Role.NAMED);
    }
    return chain.stream()
        .filter(person -> !asking.passedOver().contains(person.sponsorId()))
        .findFirst()
        .orElseGet(Candidate::nobody);
  }

  @Override
  public boolean silenceCounts(LifecycleRef ref) {
    script.play("silenceCounts");
    journal.write("silence counts: " + silenceCounts);
    return silenceCounts;
  }
}
