package dev.poolkeeper.writers.table;

import static dev.poolkeeper.writers.table.Column.number;
import static dev.poolkeeper.writers.table.Column.sentence;
import static dev.poolkeeper.writers.table.Column.shortSubject;
import static dev.poolkeeper.writers.table.Column.whole;
import static dev.poolkeeper.writers.table.Column.word;

import dev.poolkeeper.processors.anomaly.AlarmThresholds;
import dev.poolkeeper.processors.anomaly.AnomalyKind;
import dev.poolkeeper.processors.anomaly.watch.SiteThresholds;
import dev.poolkeeper.processors.report.AnomalyLine;
import dev.poolkeeper.writers.text.ByteText;
import dev.poolkeeper.writers.text.CountText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The list of what behaves oddly, and below it which thresholds judged. */
public final class AnomalyListing {

  private AnomalyListing() {}

  /**
   * @param judged how many series had a judgement that night
   * @param own the site's own thresholds; empty: the shipped ones judged
   */
  public static Listing<AnomalyLine> of(
      List<AnomalyLine> rows, int judged, Optional<SiteThresholds> own) {
    return new Listing<>(
        "Anomalies",
        AnomalyLine.class,
        rows,
        List.of(
            word("SEVERITY", 2, AnomalyLine::severity),
            word("KIND", 1, AnomalyLine::anomaly),
            shortSubject("SUBJECT", AnomalyLine::subject),
            whole("NIGHT", 3, line -> line.alarmed().toString()),
            number("MOVED", 2, AnomalyListing::moved),
            number("USUAL", 4, AnomalyListing::usual),
            number("SCORE", 5, line -> CountText.times(line.score() / line.threshold())),
            word("CODE", 6, AnomalyLine::code),
            sentence("EVIDENCE", 7, line -> line.expected().orElse(line.evidence().get(0)))),
        "%s of %s judged; thresholds %s"
            .formatted(
                CountText.of(rows.size(), "anomaly", "anomalies"),
                CountText.of(judged, "series", "series"),
                thresholds(own)),
        "No anomalies; %s judged; thresholds %s"
            .formatted(CountText.of(judged, "series", "series"), thresholds(own)));
  }

  private static String moved(AnomalyLine line) {
    if (line.moved() == 0) {
      return CountText.of(line.days(), "day") + " still";
    }
    return (line.moved() > 0 ? "+" : "") + amount(line, line.moved());
  }

  /** The largest such move before, in the same direction. */
  private static String usual(AnomalyLine line) {
    OptionalDouble usual = line.moved() < 0 ? line.usualLeast() : line.usualMost();
    if (usual.isEmpty()) {
      return "-";
    }
    return line.usualLeast().isEmpty()
        ? CountText.of(Math.round(usual.getAsDouble()), "day")
        : (usual.getAsDouble() > 0 ? "+" : "") + amount(line, usual.getAsDouble());
  }

  private static String amount(AnomalyLine line, double amount) {
    return line.unit().equals("bytes")
        ? ByteText.of((long) amount)
        : CountText.of(Math.round(amount));
  }

  /**
   * The thresholds that judged a night, class by class, and what they rest on.
   *
   * @param own the site's own; empty: the shipped ones judged
   */
  public static String inForce(Optional<SiteThresholds> own) {
    AlarmThresholds used = own.map(SiteThresholds::thresholds).orElse(AlarmThresholds.SHIPPED);
    String scores =
        Arrays.stream(AnomalyKind.values())
            .map(kind -> String.format(Locale.ROOT, "%s %.2f", kind.label(), used.of(kind)))
            .collect(Collectors.joining(", "));
    return scores
        + own.map(
                fitted ->
                    String.format(
                        Locale.ROOT,
                        "; fitted on %s to %s of %s, for %s false alarms per 1,000 of them",
                        fitted.fittedOn(),
                        CountText.of(fitted.nights(), "volume-night"),
                        CountText.of(fitted.volumes(), "volume"),
                        fitted.budget()))
            .orElse("; the shipped ones: this site has not fitted its own yet");
  }

  private static String thresholds(Optional<SiteThresholds> own) {
    AlarmThresholds used = own.map(SiteThresholds::thresholds).orElse(AlarmThresholds.SHIPPED);
    String scores =
        Arrays.stream(AnomalyKind.values())
            .map(kind -> String.format(Locale.ROOT, "%.2f", used.of(kind)))
            .collect(Collectors.joining("/"));
    return own.map(fitted -> scores + " fitted " + fitted.fittedOn()).orElse(scores + " shipped");
  }
}
