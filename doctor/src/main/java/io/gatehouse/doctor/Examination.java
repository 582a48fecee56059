package io.gatehouse.doctor;

import java.util.List;

/** Looks at one part of the house. */
interface Examination {

  /** The part, a word or two. */
  String subject();

  /**
   * What it found, in the order it looked. May throw: what is thrown is a finding too.
   *
   * @throws RuntimeException with a sentence for the operator
   */
  List<Finding> look();
}
