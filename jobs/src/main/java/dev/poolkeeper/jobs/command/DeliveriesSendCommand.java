package dev.poolkeeper.jobs.command;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.delivery.Pause;
import dev.poolkeeper.jobs.delivery.Place;
import dev.poolkeeper.jobs.delivery.PostRoom;
import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.jobs.ledger.RunLock;
import dev.poolkeeper.jobs.turn.Runner;
import dev.poolkeeper.processors.delivery.OutboxItem;
import dev.poolkeeper.readers.ledger.OutboxReader;
import dev.poolkeeper.writers.text.CountText;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code poolkeeper deliveries send}. */
@Command(
    name = "send",
    description =
        "Send what waits, of any night: after quiet hours, or once what was in the way is mended.",
    mixinStandardHelpOptions = true)
final class DeliveriesSendCommand implements Callable<Integer> {

  private final Session session;
  @Mixin private LedgerOptions ledgerOptions = new LedgerOptions();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "out",
      description = "Where reports are, in a folder per night (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("out");

  DeliveriesSendCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Configuration configuration = ledgerOptions.mailingConfiguration(session);
    try (LedgerStore ledger = session.ledger(configuration, ledgerOptions.demo());
        RunLock lock = RunLock.take(ledger.dataSource(), Runner.of("deliveries send").words())) {
      JdbcClient jdbc = JdbcClient.create(ledger.dataSource());
      int delivered =
          new PostRoom(configuration, jdbc, new JsonMapper(), session.clock(), Pause.REAL)
              .deliver(new Place(out, ledgerOptions.demo(), session.version()));
      List<OutboxItem> left = new OutboxReader(jdbc).open();
      session
          .terminal()
          .out()
          .printf("%s delivered, %s waiting%n", CountText.of(delivered), CountText.of(left.size()));
      return left.stream().anyMatch(OutboxItem::undelivered)
          ? ExitCode.NOT_DELIVERED
          : ExitCode.DONE;
    }
  }
}
