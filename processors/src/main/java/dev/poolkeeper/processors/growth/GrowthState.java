package dev.poolkeeper.processors.growth;

import dev.poolkeeper.processors.growth.Basis.Share;
import dev.poolkeeper.processors.growth.calibration.Horizons;
import dev.poolkeeper.processors.growth.calibration.OwnScores;
import dev.poolkeeper.processors.growth.candidate.Candidate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a full examination has learned of a series, so that later nights need not try all candidates
 * on all of its past again.
 *
 * @param origins past days that the candidates were tried on
 * @param exponent scales are divided by two to this power
 * @param shares of the candidates in the blend; they sum to 1
 * @param scale error to be expected per bucket of {@link Horizons}
 * @param own past errors of such blends in units of the scale, ascending, one array per bucket
 */
public record GrowthState(
    int origins, int exponent, List<Share> shares, List<Double> scale, List<double[]> own) {

  public GrowthState {
    shares = List.copyOf(shares);
    scale = List.copyOf(scale);
    own = List.copyOf(own);
    if (shares.isEmpty() || scale.size() != Horizons.BUCKETS || own.size() != Horizons.BUCKETS) {
      throw new IllegalArgumentException(
          "%d shares, %d scales, %d scores per bucket"
              .formatted(shares.size(), scale.size(), own.size()));
    }
  }

  /** What an examination has learned. */
  public static GrowthState of(Examination examination) {
    return new GrowthState(
        examination.basis().origins(),
        examination.basis().exponent(),
        examination.basis().shares(),
        Arrays.stream(examination.scale()).boxed().toList(),
        examination.own().stream().map(OwnScores::ascending).toList());
  }

  /** One per candidate, 0 for those without a say. */
  double[] allWeights() {
    Candidate[] candidates = Candidate.values();
    double[] weights = new double[candidates.length];
    for (Share share : shares) {
      weights[Arrays.asList(candidates).indexOf(share.candidate())] = share.share();
    }
    return weights;
  }

  /** The scale of a series that is divided by two to another power; exact. */
  double[] scaleAt(int otherExponent) {
    double[] moved = new double[scale.size()];
    for (int bucket = 0; bucket < moved.length; bucket++) {
      moved[bucket] = Math.scalb(scale.get(bucket), exponent - otherExponent);
    }
    return moved;
  }

  List<OwnScores> ownScores() {
    List<OwnScores> scores = new ArrayList<>();
    for (int bucket = 0; bucket < own.size(); bucket++) {
      scores.add(OwnScores.of(own.get(bucket).clone(), bucket));
    }
    return scores;
  }
}
