package io.gatehouse.starter.page.lifecycle;

import io.gatehouse.starter.page.Calendar;
import java.util.List;

/**
 * One entry of the ledger as people read it.
 *
 * @param tone for the mark beside it: plain, said, act, proof or stop
 * @param entry position in the ledger
 * @param hash the first characters of the leaf's hash
 */
public record Step(
    Calendar.Point at, String tone, String title, List<Detail> details, long entry, String hash) {

  /** A property of the entry. */
  public record Detail(String name, String value) {}
}
