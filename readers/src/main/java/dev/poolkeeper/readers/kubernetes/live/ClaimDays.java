package dev.poolkeeper.readers.kubernetes.live;

import dev.poolkeeper.processors.history.ClaimDay;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The figures of all claims on a few days in a row, before they become points. */
final class ClaimDays {

  private static final long UNKNOWN = -1;

  private final LocalDate first;
  private final int days;
  private final Map<Claim, Figures> claims =
      new TreeMap<>(Comparator.comparing(Claim::namespace).thenComparing(Claim::name));

  ClaimDays(LocalDate first, int days) {
    this.first = first;
    this.days = days;
  }

  private record Claim(String namespace, String name) {}

  private static final class Figures {
    private final long[] used;
    private final long[] capacity;

    Figures(int days) {
      used = new long[days];
      capacity = new long[days];
      Arrays.fill(used, UNKNOWN);
      Arrays.fill(capacity, UNKNOWN);
    }
  }

  /** Which of the two figures a series holds. */
  enum Figure {
    USED("kubelet_volume_stats_used_bytes"),
    CAPACITY("kubelet_volume_stats_capacity_bytes");

    private final String metric;

    Figure(String metric) {
      this.metric = metric;
    }

    String metric() {
      return metric;
    }
  }

  /** Takes a figure; a day that was not asked for is passed over. */
  void put(Figure figure, String namespace, String claim, LocalDate day, long bytes) {
    int index = Math.toIntExact(day.toEpochDay() - first.toEpochDay());
    if (index < 0 || index >= days) {
      return;
    }
    Figures figures = claims.computeIfAbsent(new Claim(namespace, claim), key -> new Figures(days));
    long[] series = figure == Figure.USED ? figures.used : figures.capacity;
    series[index] = Math.max(series[index], bytes);
  }

  /** Every point, by namespace, claim and day. A capacity of zero means that nothing was known. */
  void forEach(String cluster, Consumer<ClaimDay> points) {
    claims.forEach(
        (claim, figures) -> {
          for (int index = 0; index < days; index++) {
            boolean nothing = figures.used[index] <= 0 && figures.capacity[index] <= 0;
            if (!nothing) {
              points.accept(
                  new ClaimDay(
                      cluster,
                      claim.namespace(),
                      claim.name(),
                      first.plusDays(index),
                      known(figures.used[index]),
                      figures.capacity[index] == 0
                          ? OptionalLong.empty()
                          : known(figures.capacity[index])));
            }
          }
        });
  }

  private static OptionalLong known(long bytes) {
    return bytes == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(bytes);
  }
}
