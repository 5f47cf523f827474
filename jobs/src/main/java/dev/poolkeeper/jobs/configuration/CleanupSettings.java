package dev.poolkeeper.jobs.configuration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * {@code poolkeeper.cleanup}: how much one run may do, and when.
 *
 * @param maxSteps most steps of one run (200)
 * @param maxBytes most bytes that the plans of one run may free; empty: no limit
 * @param quietHours when nothing is carried out, in the zone of reports (never)
 * @param stopFile nothing is carried out while this file is there (none)
 */
public record CleanupSettings(
    int maxSteps, OptionalLong maxBytes, List<QuietHours> quietHours, Optional<Path> stopFile) {

  public static final CleanupSettings DEFAULT =
      new CleanupSettings(200, OptionalLong.empty(), List.of(), Optional.empty());

  public CleanupSettings {
    quietHours = List.copyOf(quietHours);
  }

  static CleanupSettings read(Values values) {
    List<String> words = values.words("cleanup.quiet-hours");
    List<QuietHours> quiet =
        words.stream().map(QuietHours::parse).flatMap(Optional::stream).toList();
    if (quiet.size() < words.size()) {
      values.problem(
          "cleanup.quiet-hours",
          String.join(", ", words),
          "times of the day such as 08:00-18:00, with commas between them");
    }
    return new CleanupSettings(
        values.count("cleanup.max-steps", DEFAULT.maxSteps(), 1, 1_000_000),
        values.text("cleanup.max-bytes").isPresent()
            ? OptionalLong.of(values.bytes("cleanup.max-bytes", 0))
            : OptionalLong.empty(),
        quiet,
        values.path("cleanup.stop-file"));
  }

  /** Why nothing may be carried out now; empty when it may. */
  public Optional<String> stopped(Instant now, ZoneId zone) {
    if (stopFile.filter(Files::exists).isPresent()) {
      return Optional.of("the file %s is there (cleanup.stop-file)".formatted(stopFile.get()));
    }
    LocalTime time = LocalTime.ofInstant(now, zone);
    return quietHours.stream()
        .filter(hours -> hours.has(time))
        .findFirst()
        .map(hours -> "cleanup.quiet-hours are %s in %s".formatted(hours, zone));
  }
}
