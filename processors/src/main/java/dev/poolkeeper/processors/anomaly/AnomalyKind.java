package dev.poolkeeper.processors.anomaly;

import java.util.Arrays;
import java.util.Optional;

/** The ways a series can behave oddly. */
public enum AnomalyKind {
  /** Much more than ever within one or three days. */
  GROWTH("growth"),
  /** Rising faster than ever over one to four weeks, while no single day stands out. */
  LEAK("leak"),
  /** Much less than ever within one, three or seven days. */
  SHRINK("shrink"),
  /** A series that lives has stopped changing for longer than ever. */
  FLATLINE("flatline"),
  /** What used to be released from time to time is not any more, and goes on rising. */
  PILE_UP("pile-up");

  private final String label;

  AnomalyKind(String label) {
    this.label = label;
  }

  /** As written in files: {@code pile-up}. */
  public String label() {
    return label;
  }

  /** The class of that label; empty when there is none. */
  public static Optional<AnomalyKind> labelled(String label) {
    return Arrays.stream(values()).filter(kind -> kind.label.equals(label)).findFirst();
  }

  /** Classes that one cause sets off together share an episode; these are growth and leak. */
  boolean sharesEpisodeWith(AnomalyKind other) {
    return this == other || (rises() && other.rises());
  }

  /** Whether it is about how far the series went, not about how long something lasts. */
  boolean isMove() {
    return rises() || this == SHRINK;
  }

  private boolean rises() {
    return this == GROWTH || this == LEAK;
  }
}
