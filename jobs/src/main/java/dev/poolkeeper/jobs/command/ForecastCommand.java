package dev.poolkeeper.jobs.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.jobs.forecast.FleetForecast;
import dev.poolkeeper.jobs.forecast.ForecastReport;
import dev.poolkeeper.processors.growth.NotForecast;
import dev.poolkeeper.processors.history.DailySeries;
import dev.poolkeeper.readers.series.CapacityFile;
import dev.poolkeeper.readers.series.SeriesFile;
import dev.poolkeeper.readers.series.ShippedScores;
import dev.poolkeeper.writers.text.CountText;
import dev.poolkeeper.writers.text.VisibleText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code poolkeeper forecast}. */
@Command(
    name = "forecast",
    description = {
      "Forecast any daily series from a file of series_id,t,value, with 80 %% and 95 %% bands.",
      "Needs neither a ledger nor a configuration. See docs/forecasting.md."
    },
    mixinStandardHelpOptions = true)
final class ForecastCommand implements Callable<Integer> {

  private static final int FARTHEST = 3660;
  private static final int NAMED = 10;

  private final Session session;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--series",
      paramLabel = "F.csv",
      required = true,
      description =
          "Series as series_id,t,value; t a day number, a date or a timestamp; value empty when"
              + " missing.")
  private Path series = Path.of("");

  @Option(
      names = "--horizon",
      paramLabel = "N",
      required = true,
      description = "How many days ahead, 1 to 3660; bands are backtested up to 90.")
  private int horizon;

  @Option(
      names = "--capacities",
      paramLabel = "F.csv",
      description = "Capacities as series_id,capacity; adds the column p_full.")
  private @Nullable Path capacities;

  @Option(
      names = "--out",
      paramLabel = "F.csv",
      description = "Where to write series_id,h,mean,lo80,hi80,lo95,hi95 (default: stdout).")
  private @Nullable Path out;

  @Option(
      names = "--reasons",
      paramLabel = "F.csv",
      description = "Where to write series_id,outcome,reason: why each forecast is what it is.")
  private @Nullable Path reasons;

  ForecastCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (spec != null && (horizon < 1 || horizon > FARTHEST)) {
      throw new ParameterException(
          spec.commandLine(), "--horizon is %d; 1 to %d days ahead".formatted(horizon, FARTHEST));
    }
    List<DailySeries> fleet = SeriesFile.read(series);
    Optional<Map<String, Double>> known = Optional.ofNullable(capacities).map(CapacityFile::read);
    FleetForecast forecast =
        FleetForecast.of(
            fleet, horizon, ShippedScores.read(), Runtime.getRuntime().availableProcessors());
    ForecastReport report = new ForecastReport(forecast, known);
    write(report);
    Optional.ofNullable(reasons).ifPresent(file -> OutputFile.write(file, report::writeReasons));
    tell(
        forecast.examined().stream()
            .filter(NotForecast.class::isInstance)
            .map(NotForecast.class::cast)
            .toList());
    return ExitCode.DONE;
  }

  private void write(ForecastReport report) {
    Path file = out;
    if (file != null) {
      OutputFile.write(file, report::writeForecasts);
      return;
    }
    try {
      Writer stdout =
          new BufferedWriter(new OutputStreamWriter(session.terminal().out(), UTF_8), 1 << 16);
      report.writeForecasts(stdout);
      stdout.flush();
    } catch (IOException e) {
      throw new UnwritableFile("stdout", e);
    }
  }

  /** Nothing is left out silently. */
  private void tell(List<NotForecast> left) {
    if (left.isEmpty()) {
      return;
    }
    session
        .terminal()
        .err()
        .printf("Not forecast: %s.%n", CountText.of(left.size(), "series", "series"));
    left.stream()
        .limit(NAMED)
        .map(series -> "  %s: %s".formatted(series.id(), series.reason()))
        .forEach(line -> session.terminal().err().println(VisibleText.of(line)));
    if (left.size() > NAMED) {
      session.terminal().err().println("  and more; --reasons F.csv names all of them.");
    }
  }
}
