package io.gatehouse.doctor;

/**
 * What one look came to.
 *
 * @param words what is there; for anything but WELL also what to do
 */
record Finding(Grade grade, String words) {

  /** How bad it is. */
  enum Grade {
    WELL("ok"),
    /** Works, and somebody should know. */
    NOTE("note"),
    WRONG("WRONG");

    private final String word;

    Grade(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  static Finding well(String words) {
    return new Finding(Grade.WELL, words);
  }

  static Finding note(String words) {
    return new Finding(Grade.NOTE, words);
  }

  static Finding wrong(String words) {
    return new Finding(Grade.WRONG, words);
  }
}
