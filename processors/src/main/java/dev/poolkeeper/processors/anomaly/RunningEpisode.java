package dev.poolkeeper.processors.anomaly;

/**
 * The episode of a class that goes on.
 *
 * @param began step on which it was over its threshold first
 * @param lastOver newest step on which it was
 * @param alarmed how many times its threshold it scored when it last alarmed
 */
public record RunningEpisode(int began, int lastOver, double alarmed) {

  public RunningEpisode {
    if (began > lastOver || !(alarmed >= 1)) {
      throw new IllegalArgumentException(
          "an episode from %d to %d that scored %s".formatted(began, lastOver, alarmed));
    }
  }
}
