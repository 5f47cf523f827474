package dev.poolkeeper.processors.growth;

import dev.poolkeeper.processors.growth.candidate.Candidate;
import java.util.Arrays;

/**
 * How much each candidate says in the blend: {@code exp(−8 (L/Lmin − 1))} of its loss L, the six
 * best only, summing to 1.
 *
 * <p>The loss of one origin is the mean absolute error over the 30 days after it, divided by the
 * mean over all candidates, so that a step nobody could foresee punishes all alike; over the
 * origins it is averaged with 0.95 per week of age, and with the root of the share of four weeks
 * that have passed since. Without any origin all are equal. Source of the exponential form: V.
 * Vovk, Aggregating strategies, COLT 1990.
 */
final class CandidateWeights {

  private static final double SHARPNESS = 8;
  private static final int KEPT = 6;
  private static final double FADING = .95;
  private static final int FULL_DAYS = 28;
  private static final double LEAST_LOSS = 1e-3;

  private CandidateWeights() {}

  /**
   * The weights as they were known a number of weeks ago.
   *
   * @param asOf weeks back, 0 for the last day
   */
  static double[] asOf(Backtest backtest, int asOf) {
    return of(losses(backtest, asOf));
  }

  static double[] losses(Backtest backtest, int asOf) {
    double[] losses = new double[Candidate.values().length];
    double weights = 0;
    double fading = 1;
    for (int week = asOf + 1; week <= backtest.weeks(); week++) {
      int days = Backtest.lossDays(week - asOf);
      double weight = fading * Math.sqrt(Math.min(days, FULL_DAYS) / (double) FULL_DAYS);
      double[] errors = backtest.errors(week, week - asOf);
      double mean = Arrays.stream(errors).sum() / errors.length;
      for (int c = 0; c < losses.length; c++) {
        losses[c] += weight * (mean > 0 ? errors[c] / mean : 1);
      }
      weights += weight;
      fading *= FADING;
    }
    for (int c = 0; c < losses.length; c++) {
      losses[c] = weights > 0 ? losses[c] / weights : 1;
    }
    return losses;
  }

  /** Of equal losses the candidate that comes first is kept. */
  static double[] of(double[] losses) {
    double least = Math.max(LEAST_LOSS, Arrays.stream(losses).min().orElse(1));
    double[] weights = new double[losses.length];
    for (int c = 0; c < losses.length; c++) {
      int better = 0;
      for (int other = 0; other < losses.length; other++) {
        better += losses[other] < losses[c] || (losses[other] == losses[c] && other < c) ? 1 : 0;
      }
      weights[c] = better < KEPT ? Math.exp(-SHARPNESS * (losses[c] / least - 1)) : 0;
    }
    double sum = Arrays.stream(weights).sum();
    for (int c = 0; c < weights.length; c++) {
      weights[c] /= sum;
    }
    return weights;
  }
}
