package dev.poolkeeper.processors.score;

import java.util.Arrays;

/** A score as a letter. */
public enum Grade {
  A(90),
  B(80),
  C(70),
  D(60),
  F(0);

  private final int least;

  Grade(int least) {
    this.least = least;
  }

  /**
   * @param score 0..100
   */
  public static Grade of(int score) {
    return Arrays.stream(values()).filter(grade -> score >= grade.least).findFirst().orElse(F);
  }

  /** The lowest score that has this letter. */
  public int least() {
    return least;
  }
}
