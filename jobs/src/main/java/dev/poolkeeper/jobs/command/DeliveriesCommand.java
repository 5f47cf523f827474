package dev.poolkeeper.jobs.command;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.processors.delivery.OutboxItem;
import dev.poolkeeper.processors.delivery.OutboxState;
import dev.poolkeeper.processors.report.DeliveryLine;
import dev.poolkeeper.readers.ledger.OutboxReader;
import dev.poolkeeper.writers.table.DeliveryListing;
import dev.poolkeeper.writers.table.TableFormat;
import dev.poolkeeper.writers.table.TableWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code poolkeeper deliveries}. */
@Command(
    name = "deliveries",
    description = "What was sent where, what waits, and what failed; newest first.",
    mixinStandardHelpOptions = true)
final class DeliveriesCommand implements Callable<Integer> {

  /** Rows of all nights together fill no screen, let alone a year of them. */
  private static final int SHOWN = 100;

  private final Session session;
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
      description =
          "Only what is about this night, and what still waits (default: the newest 100 of all).")
  private @Nullable LocalDate date;

  @Option(
      names = "--state",
      split = ",",
      paramLabel = "S",
      description = "Only these: waiting, sending, delivered, dead, unknown, superseded, skipped.")
  private List<OutboxState> states = List.of();

  DeliveriesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (LedgerStore ledger = ledgerOptions.open(session)) {
      OutboxReader outbox = new OutboxReader(JdbcClient.create(ledger.dataSource()));
      List<OutboxItem> items = date == null ? outbox.all() : outbox.ofNight(date);
      List<DeliveryLine> lines =
          items.stream()
              .filter(item -> states.isEmpty() || states.contains(item.state()))
              .limit(date == null ? SHOWN : Long.MAX_VALUE)
              .map(DeliveryLine::of)
              .toList();
      Terminal terminal = session.terminal();
      boolean marksItself = format == TableFormat.TABLE || format == TableFormat.MARKDOWN;
      if (ledgerOptions.demo() && !marksItself) {
        terminal.err().println("DEMO DATA: everything below is made up.");
      }
      new TableWriter(format, terminal.width(), terminal.colour(), ledgerOptions.demo())
          .write(DeliveryListing.of(lines), terminal.out());
      return ExitCode.DONE;
    }
  }
}
