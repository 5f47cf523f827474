package dev.poolkeeper.jobs.command;

import dev.poolkeeper.processors.finding.Glob;
import dev.poolkeeper.processors.growth.SeriesOutlook;
import dev.poolkeeper.processors.growth.StoredForecast;
import dev.poolkeeper.processors.inventory.Subject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which forecasts are listed; several values of one option widen, several options narrow. */
final class ForecastFilter {

  @Option(
      names = "--kind",
      split = ",",
      paramLabel = "KIND",
      description = "Only these: volume, claim, dataset, pool, namespace, storage-class, count.")
  private List<String> kinds = List.of();

  @Option(
      names = "--subject",
      paramLabel = "PATTERN",
      description =
          "Only where subject, volume or claim fits: * stops at a slash, ** does not; text without"
              + " either may be a part of it.")
  private String subject = "";

  @Option(
      names = "--pool",
      paramLabel = "PATTERN",
      description = "Only of these pools, as tank or nas1/pools/tank.")
  private String pool = "";

  @Option(
      names = "--namespace",
      paramLabel = "PATTERN",
      description = "Only of these namespaces, as media or prod-a/namespaces/media.")
  private String namespace = "";

  @Option(
      names = "--fills-within",
      paramLabel = "DAYS",
      converter = DaysConverter.class,
      description = "Only what may be full by then, as 30d: the 80 %% band reaches its limit.")
  private @Nullable Integer fillsWithin;

  List<SeriesOutlook> apply(List<SeriesOutlook> outlooks) {
    return outlooks.stream()
        .filter(outlook -> kinds.isEmpty() || kinds.contains(outlook.kind().word()))
        .filter(this::named)
        .filter(outlook -> of(pool, outlook.place().pool()))
        .filter(outlook -> of(namespace, outlook.place().namespace()))
        .filter(outlook -> fillsWithin == null || fills(outlook, fillsWithin))
        .toList();
  }

  /** Whether the upper end of the 80 % band is at the limit within some days. */
  static boolean fills(SeriesOutlook outlook, int days) {
    return outlook
        .forecast()
        .map(StoredForecast::fullness)
        .flatMap(fullness -> fullness.earliest())
        .filter(day -> !day.isAfter(outlook.night().plusDays(days)))
        .isPresent();
  }

  private boolean named(SeriesOutlook outlook) {
    if (subject.isEmpty()) {
      return true;
    }
    boolean pattern = subject.contains("*") || subject.contains("?");
    return Stream.of(
            Optional.of(outlook.key().subject()), outlook.place().volume(), outlook.place().claim())
        .flatMap(Optional::stream)
        .map(Subject::toString)
        .anyMatch(name -> pattern ? new Glob(subject).matches(name) : name.contains(subject));
  }

  private static boolean of(String pattern, Optional<Subject> place) {
    return pattern.isEmpty()
        || place
            .filter(
                known ->
                    new Glob(pattern).matches(known.toString())
                        || new Glob(pattern).matches(known.name()))
            .isPresent();
  }
}
