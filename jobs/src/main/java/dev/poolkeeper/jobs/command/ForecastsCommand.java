package dev.poolkeeper.jobs.command;

import dev.poolkeeper.processors.report.ForecastLine;
import dev.poolkeeper.writers.table.ForecastListing;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code poolkeeper forecasts}. */
@Command(
    name = "forecasts",
    description =
        "What the night expects of every volume, claim, dataset, pool, namespace and class.",
    footer = "Next: poolkeeper explain SUBJECT shows what a forecast rests on.",
    mixinStandardHelpOptions = true)
final class ForecastsCommand implements Callable<Integer> {

  private final Session session;
  @Mixin private ListOptions options = new ListOptions();
  @Mixin private ForecastFilter filter = new ForecastFilter();

  ForecastsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return options.show(
        session, ledger -> ForecastListing.of(ForecastLine.of(filter.apply(ledger.outlooks()))));
  }
}
