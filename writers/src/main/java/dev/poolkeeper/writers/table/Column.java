package dev.poolkeeper.writers.table;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;

/**
 * One column for people.
 *
 * @param head what stands above it
 * @param value its text in one row; empty for nothing to say
 * @param priority 1 is the last to go when the terminal is narrow
 * @param fit what may happen to a cell that is too long
 */
public record Column<T>(
    String head, Function<T, String> value, Align align, int priority, Fit fit) {

  /** What may happen to a cell that is too long. */
  public enum Fit {
    /** Nothing: the column has its room or is left out. */
    WHOLE,
    /** As WHOLE, and its words carry a colour on terminals that have one. */
    WORD,
    /** As NAME, but it is what the list is about: other columns go before it is cut short. */
    SUBJECT,
    /** As SUBJECT, cut shorter: what happened to it has to stand beside it. */
    SHORT_SUBJECT,
    /** The middle goes: names differ at their ends. */
    NAME,
    /** The end goes. */
    SENTENCE;

    /** Whether the middle goes. */
    boolean named() {
      return this == SUBJECT || this == SHORT_SUBJECT || this == NAME;
    }
  }

  public Column {
    requireNonNull(head, "head");
    requireNonNull(value, "value");
  }

  static <T> Column<T> number(String head, int priority, Function<T, String> value) {
    return new Column<>(head, value, Align.RIGHT, priority, Fit.WHOLE);
  }

  static <T> Column<T> whole(String head, int priority, Function<T, String> value) {
    return new Column<>(head, value, Align.LEFT, priority, Fit.WHOLE);
  }

  static <T> Column<T> word(String head, int priority, Function<T, String> value) {
    return new Column<>(head, value, Align.LEFT, priority, Fit.WORD);
  }

  static <T> Column<T> subject(String head, Function<T, String> value) {
    return new Column<>(head, value, Align.LEFT, 1, Fit.SUBJECT);
  }

  static <T> Column<T> shortSubject(String head, Function<T, String> value) {
    return new Column<>(head, value, Align.LEFT, 1, Fit.SHORT_SUBJECT);
  }

  static <T> Column<T> name(String head, int priority, Function<T, String> value) {
    return new Column<>(head, value, Align.LEFT, priority, Fit.NAME);
  }

  static <T> Column<T> sentence(String head, int priority, Function<T, String> value) {
    return new Column<>(head, value, Align.LEFT, priority, Fit.SENTENCE);
  }
}
