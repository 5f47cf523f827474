package dev.poolkeeper.processors.growth;

import dev.poolkeeper.processors.growth.Basis.Share;
import dev.poolkeeper.processors.growth.calibration.Horizons;
import dev.poolkeeper.processors.growth.candidate.Candidate;
import dev.poolkeeper.processors.growth.candidate.LastSegment;
import dev.poolkeeper.processors.growth.candidate.ReleasePeriod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what a forecast rests on, for people to read. */
final class BasisFinder {

  private static final int GROWTH_DAYS = 30;

  private BasisFinder() {}

  /**
   * @param origins past days that the candidates were tried on
   */
  static Basis find(History history, int origins, double[] weights, double[] path, double[] scale) {
    int ahead = Math.min(GROWTH_DAYS, path.length);
    double last = history.values()[history.days() - 1];
    return new Basis(
        history.series().id(),
        history.series().axis(),
        history.series().lastDay(),
        history.restored(last),
        history.days(),
        history.missingDays(),
        history.repairedDays(),
        origins,
        shares(weights),
        history.restored((path[ahead - 1] - last) / ahead),
        history.restored(Horizons.interpolate(scale, ahead)),
        history.day(LastSegment.start(history.values(), history.days())),
        ReleasePeriod.of(history.values(), history.days()),
        history.exponent(),
        history.floor());
  }

  private static List<Share> shares(double[] weights) {
    List<Share> shares = new ArrayList<>();
    Candidate[] candidates = Candidate.values();
    for (int c = 0; c < candidates.length; c++) {
      if (weights[c] > 0) {
        shares.add(new Share(candidates[c], weights[c]));
      }
    }
    shares.sort(Comparator.comparingDouble(Share::share).reversed());
    return shares;
  }
}
