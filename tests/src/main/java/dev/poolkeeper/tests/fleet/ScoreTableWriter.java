package dev.poolkeeper.tests.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.poolkeeper.processors.growth.GrowthExaminer;
import dev.poolkeeper.processors.growth.calibration.ScorePool;
import dev.poolkeeper.processors.growth.calibration.ScoreTable;
import java.io.PrintStream;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Makes the table of scores that is shipped, on stdout: what forecasts of made-up fleets were wrong
 * by. Arguments: volumes per fleet, then one seed per fleet.
 */
public final class ScoreTableWriter {

  private ScoreTableWriter() {}

  public static void main(String[] args) {
    int volumes = Integer.parseInt(args[0]);
    ScorePool pool = new ScorePool();
    for (int i = 1; i < args.length; i++) {
      StorageFleet.of(Long.parseLong(args[i]), volumes)
          .forEach(volume -> GrowthExaminer.examine(volume.history(), 1, pool));
    }
    print(ScoreTable.of(pool), String.join(" ", args), new PrintStream(System.out, true, UTF_8));
  }

  private static void print(ScoreTable table, String arguments, PrintStream out) {
    out.println(
        "# Errors of past forecasts in units of the error expected, per group of series and");
    out.println("# bucket of days ahead; one column per share of scores that are not higher.");
    out.printf("# Made by dev.poolkeeper.tests.fleet.ScoreTableWriter %s%n", arguments);
    out.println(
        "group,bucket,"
            + ScoreTable.columns().stream().map(String::valueOf).collect(Collectors.joining(",")));
    for (ScoreTable.Line line : table.lines()) {
      out.printf(
          "%s,%d,%s%n",
          line.group(),
          line.bucket(),
          line.scores().stream()
              .map(score -> String.format(Locale.ROOT, "%.4g", score))
              .collect(Collectors.joining(",")));
    }
  }
}
