package dev.poolkeeper.jobs.command;

import dev.poolkeeper.readers.ledger.Marts;
import dev.poolkeeper.writers.table.Listing;
import dev.poolkeeper.writers.table.TableFormat;
import dev.poolkeeper.writers.table.TableWriter;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a list command shows which night. */
final class ListOptions {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table, json, yaml, csv or markdown (default: ${DEFAULT-VALUE}).")
  private TableFormat format = TableFormat.TABLE;

  @Option(
      names = "--date",
      paramLabel = "D",
      description = "The night to show, as 2026-02-11 (default: the last run).")
  private @Nullable LocalDate date;

  /** The night asked for, or the last one. */
  LocalDate night(Marts marts) {
    if (date != null && !marts.knows(date)) {
      throw new NothingToShow(
          "The ledger has no finished run for %s. Next: poolkeeper runs lists those it has."
              .formatted(date));
    }
    return Optional.ofNullable(date).or(marts::lastNight).orElseThrow(NothingToShow::emptyLedger);
  }

  <T extends Record> int show(Session session, boolean demo, Listing<T> listing)
      throws IOException {
    Terminal terminal = session.terminal();
    boolean marksItself = format == TableFormat.TABLE || format == TableFormat.MARKDOWN;
    if (demo && !marksItself) {
      terminal.err().println("DEMO DATA: everything below is made up.");
    }
    new TableWriter(format, terminal.width(), terminal.colour(), demo)
        .write(listing, terminal.out());
    return 0;
  }
}
