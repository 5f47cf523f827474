package dev.poolkeeper.readers.source;

/** What an answer is called in messages, and how it is got again. */
public interface AnswerName {

  /** Its file or call. */
  String where();

  /**
   * The advice for something that is wrong with the answer as a whole.
   *
   * @param next what is already known to help; empty when nothing is
   */
  String again(String next);

  /** An answer of a live source. */
  static AnswerName live(String name) {
    return new AnswerName() {
      @Override
      public String where() {
        return name;
      }

      @Override
      public String again(String next) {
        return next.isEmpty()
            ? "run it again; if it stays so, record it with poolkeeper capture and report it"
            : next;
      }
    };
  }
}
