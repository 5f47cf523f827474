package dev.poolkeeper.writers.report;

import static dev.poolkeeper.writers.report.SampleFindings.NIGHT;

import dev.poolkeeper.processors.report.CourseLine;
import dev.poolkeeper.processors.report.FullDateLine;
import dev.poolkeeper.processors.report.NightFacts;
import dev.poolkeeper.processors.report.NightlyReport;
import dev.poolkeeper.processors.report.NightlyReportAssembler;
import dev.poolkeeper.processors.report.PoolLine;
import dev.poolkeeper.processors.report.ProposalFacts;
import dev.poolkeeper.processors.report.ProtectionFacts;
import dev.poolkeeper.processors.report.RetentionFacts;
import dev.poolkeeper.processors.report.RunwayLine;
import dev.poolkeeper.processors.report.WeeklyFacts;
import dev.poolkeeper.processors.report.WeeklyReport;
import dev.poolkeeper.processors.report.WeeklyReportAssembler;
import dev.poolkeeper.processors.runway.Crossing;
import dev.poolkeeper.processors.space.EstateSpace;
import dev.poolkeeper.processors.space.PoolSpace;
import dev.poolkeeper.processors.space.Provisioning;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** Nights on pools as no estate should have them: of no size, of 10 PB, or none at all. */
final class ExtremePools {

  /** 10 PB and a bit, which no float holds exactly. */
  static final long TEN_PETABYTES = 10_000_000_000_000_001L;

  /**
   * A pool by its figures; empty: it does not tell.
   *
   * @param days with a known value
   */
  record Pool(String name, OptionalLong used, OptionalLong available, int days) {

    static Pool of(String name, long used, long available, int days) {
      return new Pool(name, OptionalLong.of(used), OptionalLong.of(available), days);
    }

    private String subject() {
      return "nas1/pools/" + name;
    }

    private OptionalLong capacity() {
      return used.isPresent() && available.isPresent()
          ? OptionalLong.of(used.getAsLong() + available.getAsLong())
          : OptionalLong.empty();
    }

    private PoolSpace space() {
      return PoolSpace.of(subject(), used, available, List.of(), Provisioning.of(List.of()));
    }

    private CourseLine course() {
      return new CourseLine(
          subject(),
          "used",
          CourseLine.BYTES,
          NIGHT,
          IntStream.range(0, days)
              .mapToObj(
                  back ->
                      new CourseLine.Day(
                          NIGHT.minusDays(days - 1 - back), used.orElse(0), "measured"))
              .toList(),
          List.of(),
          capacity(),
          OptionalDouble.of(0.8 * capacity().orElse(0)),
          OptionalDouble.of(0.9 * capacity().orElse(0)),
          Optional.empty());
    }

    private RunwayLine runway() {
      return new RunwayLine(
          RunwayLine.POOL,
          subject(),
          used,
          capacity(),
          OptionalDouble.empty(),
          RunwayLine.UNKNOWN,
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          Crossing.NONE,
          Crossing.NONE,
          Crossing.NONE,
          Optional.empty(),
          Optional.empty(),
          List.of(subject()),
          Optional.of(subject()),
          "fewer than 7 measured days");
    }
  }

  private ExtremePools() {}

  static List<List<Pool>> all() {
    return List.of(
        List.of(),
        List.of(Pool.of("empty", 0, 0, 1)),
        List.of(Pool.of("empty", 0, 0, 30)),
        List.of(Pool.of("vast", TEN_PETABYTES - 1, 1, 1)),
        List.of(Pool.of("vast", 1, TEN_PETABYTES - 1, 30)),
        List.of(new Pool("silent", OptionalLong.empty(), OptionalLong.empty(), 0)),
        List.of(
            Pool.of("empty", 0, 0, 1),
            Pool.of("vast", TEN_PETABYTES / 2, TEN_PETABYTES / 2 + 1, 1),
            Pool.of("full", 1L << 40, 0, 2)));
  }

  /** What a night says of them, the first that the ledger knows. */
  static NightlyReport night(List<Pool> pools) {
    return new NightlyReportAssembler(10)
        .assemble(
            new NightFacts(
                "0.1.0",
                false,
                NIGHT,
                Instant.parse("2026-02-11T02:00:04Z"),
                List.of(),
                Optional.empty(),
                OptionalInt.empty(),
                List.of(),
                0,
                List.of(),
                pools.isEmpty() ? 0 : 1,
                List.of(),
                Map.of(),
                pools.stream()
                    .map(
                        pool ->
                            PoolLine.of(
                                new PoolLine.Health("ONLINE", pool.used(), pool.capacity(), 0, 0),
                                pool.space()))
                    .toList(),
                EstateSpace.of(pools.stream().map(Pool::space).toList(), List.of(), List.of()),
                pools.stream().map(Pool::course).toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                ProtectionFacts.NONE,
                RetentionFacts.NONE,
                ProposalFacts.NONE,
                pools.stream()
                    .map(
                        pool ->
                            new FullDateLine(
                                pool.subject(),
                                FullDateLine.UNKNOWN,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                "fewer than 7 measured days"))
                    .toList(),
                Map.of(),
                Map.of()));
  }

  /** The same of a week. */
  static WeeklyReport week(List<Pool> pools) {
    return new WeeklyReportAssembler()
        .assemble(
            new WeeklyFacts(
                "0.1.0",
                false,
                NIGHT,
                Instant.parse("2026-02-11T02:00:04Z"),
                pools.stream().map(Pool::runway).toList(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                pools.stream().map(Pool::course).toList(),
                Map.of()));
  }
}
