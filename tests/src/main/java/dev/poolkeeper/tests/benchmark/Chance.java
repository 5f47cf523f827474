package dev.poolkeeper.tests.benchmark;

import java.util.SplittableRandom;

/** Random numbers of the laws the fleets are made of; the same for the same seed. */
final class Chance {

  private final SplittableRandom random;

  Chance(long seed) {
    random = new SplittableRandom(seed);
  }

  boolean once(double probability) {
    return random.nextDouble() < probability;
  }

  double uniform(double from, double to) {
    return from + (to - from) * random.nextDouble();
  }

  /** From {@code from} to before {@code to}. */
  int whole(int from, int to) {
    return random.nextInt(from, to);
  }

  /** Evenly on a logarithmic scale. */
  double logUniform(double from, double to) {
    return Math.exp(uniform(Math.log(from), Math.log(to)));
  }

  double normal(double mean, double deviation) {
    return mean + deviation * random.nextGaussian();
  }

  double logNormal(double median, double sigma) {
    return median * Math.exp(normal(0, sigma));
  }

  /** Of shape 0.6: many small, few large. Source: Ahrens and Dieter 1974, Computing 12:223. */
  double gamma() {
    double shape = 0.6;
    double b = 1 + shape / Math.E;
    while (true) {
      double p = b * random.nextDouble();
      double x = p <= 1 ? Math.pow(p, 1 / shape) : -Math.log((b - p) / shape);
      double accepted = p <= 1 ? Math.exp(-x) : Math.pow(x, shape - 1);
      if (random.nextDouble() <= accepted) {
        return x;
      }
    }
  }

  /** Noise in which half of yesterday's is left. */
  double[] lasting(int length, double deviation) {
    double[] noise = new double[length];
    for (int i = 1; i < length; i++) {
      noise[i] = noise[i - 1] / 2 + normal(0, deviation);
    }
    return noise;
  }

  @SafeVarargs
  final <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  int of(double[] weights) {
    double left = random.nextDouble();
    for (int i = 0; i < weights.length - 1; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }
}
