package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.report.ProposalFacts;
import dev.poolkeeper.processors.report.ProposalNightLine;
import dev.poolkeeper.processors.report.ProposalOutcomeLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Proposals for pages to show. */
final class SampleProposals {

  private SampleProposals() {}

  /** One that waits, one that is blocked, and more of which only the number is told. */
  static ProposalFacts named(String name) {
    return new ProposalFacts(
        new TreeMap<>(Map.of("waiting", 2L, "blocked", 1L)),
        List.of(
            line("P-1", "waiting", name, OptionalLong.of(1L << 30), List.of()),
            line(
                "P-2",
                "blocked",
                name,
                OptionalLong.empty(),
                List.of(name + " was cloned from its snapshot"))),
        1,
        List.of("2 not proposed on " + name),
        List.of(outcome(name)));
  }

  private static ProposalOutcomeLine outcome(String name) {
    return new ProposalOutcomeLine(
        "P-3",
        "PK102",
        "nas1/datasets/" + name,
        "as-estimated",
        "what is used in the pool fell by 1 GiB",
        Instant.parse("2026-01-01T12:00:00Z"),
        Optional.of(LocalDate.parse("2026-01-01")),
        LocalDate.parse("2026-01-02"),
        OptionalLong.of(1L << 30),
        OptionalLong.of(1L << 30),
        Optional.of("nas1/pools/" + name),
        2,
        OptionalLong.of(1L << 31),
        OptionalLong.of(1L << 31),
        OptionalLong.of(1L << 40),
        OptionalLong.of((1L << 40) - (1L << 31)),
        OptionalLong.of(1L << 29),
        OptionalLong.of(1L << 32));
  }

  private static ProposalNightLine line(
      String id, String state, String name, OptionalLong bytes, List<String> blockedBy) {
    return new ProposalNightLine(
        id,
        "PK102",
        state,
        "quarantine",
        "manual",
        "nas1/datasets/" + name,
        3,
        bytes,
        bytes,
        "ab".repeat(32),
        blockedBy);
  }
}
