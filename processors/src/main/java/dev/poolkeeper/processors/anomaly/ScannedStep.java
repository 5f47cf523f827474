package dev.poolkeeper.processors.anomaly;

import java.util.Map;
import java.util.Optional;

/**
 * One step of a series, judged.
 *
 * @param reading what was thought of the reading on that step itself
 * @param signals by class, those that are large enough to matter; empty when nothing was read
 * @param strongest how many times its threshold the strongest class scores, whatever its size
 * @param restsOn moves over one step that the scores compare with; below 60 they count less
 * @param alarm the class, when this step begins an episode or makes one half as bad again
 * @param began with an alarm: the step on which its episode was over its threshold first
 */
public record ScannedStep(
    int step,
    Reading reading,
    Map<AnomalyKind, Signal> signals,
    double strongest,
    int restsOn,
    Optional<AnomalyKind> alarm,
    int began) {

  public ScannedStep {
    signals = Map.copyOf(signals);
  }
}
