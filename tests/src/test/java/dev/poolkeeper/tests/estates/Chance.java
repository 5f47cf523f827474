package dev.poolkeeper.tests.estates;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Chance that repeats: one seed, one sequence. */
final class Chance {

  private final Random random;

  Chance(long seed) {
    this.random = new Random(seed);
  }

  /** True so many times in a hundred. */
  boolean in(int percent) {
    return random.nextInt(100) < percent;
  }

  /** A number between two, both inclusive. */
  int between(int lowest, int highest) {
    return lowest + random.nextInt(highest - lowest + 1);
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  String uid() {
    return new UUID(
            (random.nextLong() & 0xffff_ffff_ffff_0fffL) | 0x4000L,
            (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L)
        .toString();
  }

  String hex(int digits) {
    StringBuilder hex = new StringBuilder();
    for (int i = 0; i < digits; i++) {
      hex.append(Character.forDigit(random.nextInt(16), 16));
    }
    return hex.toString();
  }

  long bytes() {
    return (1L + random.nextInt(4096)) << 20;
  }
}
