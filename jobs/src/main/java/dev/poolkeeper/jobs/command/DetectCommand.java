package dev.poolkeeper.jobs.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.processors.anomaly.AlarmThresholds;
import dev.poolkeeper.processors.anomaly.Materiality;
import dev.poolkeeper.processors.anomaly.ObservationDetector;
import dev.poolkeeper.processors.anomaly.pattern.Pattern;
import dev.poolkeeper.processors.anomaly.pattern.PatternFinder;
import dev.poolkeeper.processors.anomaly.pattern.PatternOutcome;
import dev.poolkeeper.processors.history.DailySeries;
import dev.poolkeeper.readers.series.CapacityFile;
import dev.poolkeeper.readers.series.ObservationFile;
import dev.poolkeeper.readers.series.SeriesFile;
import dev.poolkeeper.writers.series.DetectionCsv;
import dev.poolkeeper.writers.series.PatternCsv;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code poolkeeper detect}. */
@Command(
    name = "detect",
    description = "Find what behaves oddly in any series, without a cluster or a ledger.",
    mixinStandardHelpOptions = true)
final class DetectCommand implements Callable<Integer> {

  private final Session session;
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--series",
      paramLabel = "FILE",
      required = true,
      description =
          "Rows of series_id,t,value. t: days, dates, timestamps or Unix seconds; an empty value is"
              + " a missing one.")
  private Path series = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Where to write series_id,t,value,score,anomaly,kind, one row for each row read, in its"
              + " order (default: stdout).")
  private @Nullable Path out;

  @Option(
      names = "--least",
      paramLabel = "SIZE",
      description =
          "Moves smaller than this are no anomalies, however unusual, in the unit of the values"
              + " (default: 0).")
  private double least;

  @Option(
      names = "--capacities",
      paramLabel = "FILE",
      description = "Rows of series_id,capacity: moves below 1 %% of it are no anomalies either.")
  private @Nullable Path capacities;

  @Option(
      names = "--steps-per-day",
      paramLabel = "N",
      description =
          "When t is a plain number: how many steps a day has. 1: days; 288: every five minutes"
              + " (default: days, and a measure from the 1,100th step on).")
  private int stepsPerDay;

  @Option(
      names = "--patterns",
      paramLabel = "FILE",
      description =
          "Also write cycles, steps, changes of slope and saturation of daily series:"
              + " series_id,pattern,t,size,period,evidence.")
  private @Nullable Path patterns;

  DetectCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    refuseNegative("--least", least);
    refuseNegative("--steps-per-day", stepsPerDay);
    Map<String, Double> known = capacities == null ? Map.of() : CapacityFile.read(capacities);
    Detection detection =
        Detection.of(
            ObservationFile.read(series),
            new ObservationDetector(AlarmThresholds.SHIPPED, stepsPerDay),
            id -> new Materiality(least, Math.max(0, known.getOrDefault(id, 0.0))));
    write(detection);
    if (patterns != null) {
      OutputFile.write(patterns, this::patternRows);
    }
    detection.tell(session.terminal().err());
    return ExitCode.DONE;
  }

  private void refuseNegative(String option, double value) {
    if (spec != null && !(value >= 0)) {
      throw new ParameterException(
          spec.commandLine(), "%s is %s; it cannot be negative".formatted(option, value));
    }
  }

  private void write(Detection detection) {
    if (out != null) {
      OutputFile.write(out, file -> rows(detection, file));
      return;
    }
    try {
      Writer screen = new BufferedWriter(new OutputStreamWriter(session.terminal().out(), UTF_8));
      rows(detection, screen);
      screen.flush();
    } catch (IOException e) {
      throw new UnwritableFile("stdout", e);
    }
  }

  private void patternRows(Writer writer) throws IOException {
    PatternCsv csv = new PatternCsv(writer);
    for (DailySeries daily : SeriesFile.read(series)) {
      if (PatternFinder.find(daily) instanceof PatternOutcome.Found found) {
        for (Pattern pattern : found.patterns()) {
          csv.row(daily, pattern);
        }
      }
    }
  }

  private void rows(Detection detection, Writer writer) throws IOException {
    DetectionCsv csv = new DetectionCsv(writer);
    Detection.Cursor judgements = detection.cursor();
    ObservationFile.replay(
        series,
        (id, time, value) -> {
          try {
            judgements.next(id, (score, alarm) -> csv.row(id, time, value, score, alarm));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
