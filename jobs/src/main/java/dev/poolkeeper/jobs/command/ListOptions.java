package dev.poolkeeper.jobs.command;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.writers.table.Listing;
import dev.poolkeeper.writers.table.TableFormat;
import dev.poolkeeper.writers.table.TableWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all list commands share: which ledger, which night, in which format. */
final class ListOptions {

  @Mixin private LedgerOptions ledgerOptions = new LedgerOptions();

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

  Configuration configuration(Session session) {
    return ledgerOptions.configuration(session);
  }

  /** Opens the ledger, asks it, and writes the answer to stdout. */
  <T extends Record> int show(Session session, Function<LedgerView, Listing<T>> question) {
    return show(session, question, rows -> List.of());
  }

  /**
   * The same, with another view for people.
   *
   * @param view lines to write instead of a table; none for the table
   */
  <T extends Record> int show(
      Session session,
      Function<LedgerView, Listing<T>> question,
      Function<List<T>, List<String>> view) {
    try (LedgerStore ledger = ledgerOptions.open(session)) {
      Listing<T> listing =
          question.apply(new LedgerView(ledger.dataSource(), Optional.ofNullable(date)));
      List<String> lines = format == TableFormat.TABLE ? view.apply(listing.rows()) : List.of();
      if (lines.isEmpty()) {
        write(session.terminal(), listing);
      } else {
        write(session.terminal(), lines);
      }
      return ExitCode.DONE;
    }
  }

  private void write(Terminal terminal, List<String> lines) {
    if (ledgerOptions.demo()) {
      terminal.out().println("DEMO DATA: all of this is made up");
    }
    lines.forEach(terminal.out()::println);
  }

  private <T extends Record> void write(Terminal terminal, Listing<T> listing) {
    boolean demo = ledgerOptions.demo();
    boolean marksItself = format == TableFormat.TABLE || format == TableFormat.MARKDOWN;
    if (demo && !marksItself) {
      terminal.err().println("DEMO DATA: everything below is made up.");
    }
    new TableWriter(format, terminal.width(), terminal.colour(), demo)
        .write(listing, terminal.out());
  }
}
