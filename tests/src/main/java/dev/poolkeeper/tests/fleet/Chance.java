package dev.poolkeeper.tests.fleet;

import java.util.Random;

/** The distributions that fleets are drawn from; the same seed draws the same, on every JDK. */
final class Chance {

  private final Random random;

  Chance(long seed) {
    this.random = new Random(seed);
  }

  double uniform(double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  /** From {@code from}, included, to {@code to}, excluded. */
  int whole(int from, int to) {
    return from + random.nextInt(to - from);
  }

  int oneOf(int... choices) {
    return choices[random.nextInt(choices.length)];
  }

  double normal(double mean, double deviation) {
    return mean + deviation * random.nextGaussian();
  }

  /** Evenly over the logarithms. */
  double logUniform(double from, double to) {
    return Math.exp(uniform(Math.log(from), Math.log(to)));
  }

  /** Noise in which every day keeps half of the day before. */
  double[] noise(int days, double deviation) {
    double[] noise = new double[days];
    for (int i = 0; i < days; i++) {
      noise[i] = (i == 0 ? 0 : .5 * noise[i - 1]) + normal(0, deviation);
    }
    return noise;
  }
}
