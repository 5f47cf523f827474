package dev.poolkeeper.jobs.command;

import dev.poolkeeper.writers.table.BacktestListing;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code poolkeeper backtest}. */
@Command(
    name = "backtest",
    description = "How right past forecasts were, against what came.",
    mixinStandardHelpOptions = true)
final class BacktestCommand implements Callable<Integer> {

  private final Session session;
  @Mixin private ListOptions options = new ListOptions();

  @Option(
      names = "--weeks",
      paramLabel = "N",
      defaultValue = "8",
      description =
          "Judge what was forecast of the last N weeks, one day of each (default: ${DEFAULT-VALUE}).")
  private int weeks = 8;

  BacktestCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (weeks < 1 || weeks > 520) {
      throw new NothingToShow("--weeks is %d, expected a number from 1 to 520.".formatted(weeks));
    }
    return options.show(
        session, ledger -> BacktestListing.of(ledger.backtest(weeks), ledger.noBacktest()));
  }
}
