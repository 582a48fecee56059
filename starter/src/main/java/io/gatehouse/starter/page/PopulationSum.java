package io.gatehouse.starter.page;

import io.gatehouse.guest.Standing;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The nine standings and what they add up to: everyone ever seen. */
public record PopulationSum(List<Term> terms, long population) {

  /** How many guests have one standing. */
  public record Term(String standing, String words, long guests) {}

  public static PopulationSum of(Map<String, Long> byStanding) {
    List<Term> terms =
        Arrays.stream(Standing.values())
            .map(each ->
                new Term(
                    each.name(),
                    Words.standing(each.name()),
                    byStanding.getOrDefault(each.name(), 0L)))
            .toList();
    return new PopulationSum(terms, terms.stream().mapToLong(Term::guests).sum());
  }
}
