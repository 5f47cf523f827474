package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.report.ProtectionCounts;
import dev.poolkeeper.processors.report.ProtectionFacts;
import dev.poolkeeper.processors.report.ProtectionLine;
import dev.poolkeeper.processors.report.SnapshotHoldingLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Protection of a busy night, and of one with odd names. */
final class SampleProtection {

  private static final Instant NIGHT = Instant.parse("2026-02-11T02:00:04Z");
  private static final long GIB = 1L << 30;

  private SampleProtection() {}

  static ProtectionFacts busy() {
    return new ProtectionFacts(
        List.of(
            new ProtectionCounts("prod-a/namespaces/build", 0, 0, 3, 0, 0),
            new ProtectionCounts("prod-a/namespaces/media", 9, 1, 1, 0, 2),
            new ProtectionCounts("prod-a/namespaces/shop", 14, 0, 0, 1, 0)),
        List.of(
            claim("prod-a", "media", "data-1", "never", true, Optional.empty()),
            claim("prod-a", "build", "cache-1", "never", false, Optional.empty()),
            claim("prod-a", "media", "data-2", "late", true, Optional.of(Duration.ofDays(9))),
            claim("prod-a", "shop", "db-1", "unknown", true, Optional.of(Duration.ofDays(3)))),
        27,
        List.of(
            new SnapshotHoldingLine(
                "nas1/pools/tank",
                "pool",
                131,
                2_310,
                OptionalLong.of(2_290),
                OptionalLong.empty(),
                OptionalLong.of(210 * GIB),
                OptionalLong.of(214 * GIB),
                OptionalLong.empty())));
  }

  static ProtectionFacts named(String name) {
    return new ProtectionFacts(
        List.of(new ProtectionCounts(name + "/namespaces/" + name, 0, 0, 1, 0, 0)),
        List.of(claim(name, name, name, "late", true, Optional.of(Duration.ofHours(3)))),
        0,
        List.of(
            new SnapshotHoldingLine(
                name,
                "pool",
                1,
                1,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty())));
  }

  private static ProtectionLine claim(
      String cluster,
      String namespace,
      String name,
      String verdict,
      boolean asked,
      Optional<Duration> age) {
    Optional<Instant> at = age.map(NIGHT::minus);
    return new ProtectionLine(
        cluster + "/persistentvolumeclaims/" + namespace + "/" + name,
        cluster + "/namespaces/" + namespace,
        Optional.of(name),
        Optional.of("nas1/datasets/tank/" + name),
        verdict,
        verdict,
        "not-asked",
        "no snapshot of " + name,
        OptionalLong.of(86_400),
        OptionalLong.empty(),
        asked,
        "protection[0]: " + name,
        at,
        Optional.empty(),
        at,
        at,
        at.map(when -> "told"),
        at.map(when -> "nas1/replication-tasks/1"),
        List.of("nas1/snapshot-tasks/3"),
        List.of());
  }
}
