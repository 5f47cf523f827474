package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.runway.PlannedChange;
import dev.poolkeeper.processors.runway.PlannedChange.What;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code poolkeeper.capacity}. */
final class CapacitySection {

  private static final Pattern POOL = Pattern.compile("[^/\\s]+/pools/[^/\\s]+");
  private static final String SIZE = "a size over 0 in binary units, such as 500GiB or 2.5 TiB";
  private static final int MOST_FACTORS = 5;
  private static final double LARGEST_FACTOR = 10;

  private CapacitySection() {}

  static CapacitySettings read(Values values) {
    CapacitySettings usual = CapacitySettings.DEFAULT;
    double warnAt = values.ratio("capacity.warn-at", usual.warnAt());
    double criticalAt = values.ratio("capacity.critical-at", usual.criticalAt());
    if (criticalAt < warnAt) {
      values.problem(
          "capacity.critical-at",
          Double.toString(criticalAt),
          "at least capacity.warn-at, which is " + warnAt);
    }
    return new CapacitySettings(
        values.days("capacity.horizon", usual.horizonDays(), 7, 730),
        values.days("capacity.lead-time", usual.leadDays(), 0, 730),
        warnAt,
        criticalAt,
        values.sections("capacity.planned", "pool: nas1/pools/tank").stream()
            .flatMap(section -> planned(section).stream())
            .toList(),
        factors(values).orElse(usual.growthFactors()));
  }

  private static Optional<PlannedChange> planned(Values section) {
    Optional<Subject> pool =
        section.optional(
            "pool",
            "a pool as lists write it, such as nas1/pools/tank",
            text ->
                POOL.matcher(text).matches() ? Optional.of(Subject.parse(text)) : Optional.empty());
    Optional<LocalDate> on =
        section.optional(
            "on", "the day on which it comes, such as 2026-03-01", CapacitySection::day);
    missing(section, "pool", "the pool it comes to, such as nas1/pools/tank");
    missing(section, "on", "the day on which it comes, such as 2026-03-01");
    missing(section, "reason", "why, for those who read the report");
    Optional<Long> room = section.optional("add-capacity", SIZE, ByteSize::parse);
    Optional<Long> data = section.optional("add-usage", SIZE, ByteSize::parse);
    boolean roomGiven = section.text("add-capacity").isPresent();
    boolean dataGiven = section.text("add-usage").isPresent();
    if (roomGiven && dataGiven) {
      section.problem(
          "add-usage",
          section.text("add-usage").orElse(""),
          "either add-capacity or add-usage: make two sections of it");
    } else if (!roomGiven && !dataGiven) {
      section.missing("add-capacity", "how much room comes; or add-usage: how much data");
    }
    Optional<String> reason = section.text("reason");
    if (pool.isEmpty() || on.isEmpty() || reason.isEmpty() || roomGiven == dataGiven) {
      return Optional.empty();
    }
    What what = roomGiven ? What.CAPACITY : What.USAGE;
    return room.or(() -> data)
        .map(bytes -> new PlannedChange(pool.get(), what, bytes, on.get(), reason.get()));
  }

  private static void missing(Values section, String key, String expected) {
    if (section.text(key).isEmpty()) {
      section.missing(key, expected);
    }
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException noDay) {
      return Optional.empty();
    }
  }

  /** Empty when none are given, or one of them is none. */
  private static Optional<List<Double>> factors(Values values) {
    String key = "capacity.growth-factors";
    List<String> words = values.words(key);
    List<Double> factors = new ArrayList<>();
    for (String word : words) {
      if (word.matches("\\d{1,3}(\\.\\d{1,6})?")) {
        factors.add(Double.valueOf(word));
      }
    }
    boolean good =
        factors.size() == words.size()
            && words.size() <= MOST_FACTORS
            && factors.stream().allMatch(factor -> factor > 0 && factor <= LARGEST_FACTOR);
    if (!good) {
      values.problem(
          key,
          String.join(", ", words),
          "at most %d numbers over 0 and up to %.0f, such as [1.5, 2]"
              .formatted(MOST_FACTORS, LARGEST_FACTOR));
    }
    return words.isEmpty() || !good ? Optional.empty() : Optional.of(factors);
  }
}
