package dev.poolkeeper.jobs.command;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.configuration.ConfigurationCheck;
import dev.poolkeeper.jobs.configuration.InvalidConfiguration;
import dev.poolkeeper.jobs.configuration.LiveSettings;
import dev.poolkeeper.jobs.delivery.ChannelChecks;
import dev.poolkeeper.jobs.delivery.MailChecks;
import dev.poolkeeper.jobs.ledger.LedgerCheck;
import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.jobs.live.ConfiguredConnections;
import dev.poolkeeper.jobs.live.ExecutorChecks;
import dev.poolkeeper.jobs.live.LiveChecks;
import dev.poolkeeper.jobs.postgres.LedgerUnavailable;
import dev.poolkeeper.jobs.turn.LeaseCheck;
import dev.poolkeeper.readers.source.CheckLine;
import dev.poolkeeper.readers.source.CheckLine.Outcome;
import dev.poolkeeper.readers.truenas.live.KnownSnapshots;
import dev.poolkeeper.writers.table.TableFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code poolkeeper check}. */
@Command(
    name = "check",
    description = "Try everything a nightly run needs, and say what to do where it fails.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  private final Session session;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration file (default: poolkeeper.yaml where it is looked for).")
  private @Nullable Path config;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table, json, yaml, csv or markdown (default: ${DEFAULT-VALUE}).")
  private TableFormat format = TableFormat.TABLE;

  @Option(
      names = "--send-test",
      description =
          "Send every recipient of poolkeeper.mail, and every channel, something small that says"
              + " what it is.")
  private boolean sendTest;

  CheckCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    CheckPage page = new CheckPage(session.terminal(), format);
    Configuration configuration;
    try {
      configuration = session.executorConfiguration(Optional.ofNullable(config));
    } catch (InvalidConfiguration e) {
      page.add(ConfigurationCheck.of(e));
      page.add(List.of(CheckLine.skipped(LedgerCheck.SUBJECT, "database", "no configuration")));
      page.end();
      return ExitCode.CONFIGURATION;
    }
    page.add(ConfigurationCheck.of(configuration));
    List<CheckLine> ledger = new ArrayList<>(ledger(configuration));
    configuration.lease().ifPresent(lease -> ledger.add(LeaseCheck.line(lease, session.clock())));
    page.add(ledger);
    List<CheckLine> sources = sources(configuration);
    page.add(sources);
    List<CheckLine> mail =
        configuration
            .mail()
            .map(settings -> new MailChecks(settings, session.clock()).lines(sendTest))
            .orElse(List.of());
    page.add(mail);
    List<CheckLine> channels =
        new ChannelChecks(configuration.channels(), session.clock()).lines(sendTest);
    page.add(channels);
    page.end();
    if (failed(ledger)) {
      return ExitCode.FAILED;
    }
    if (failed(sources)) {
      return ExitCode.INCOMPLETE;
    }
    return failed(mail) || failed(channels) ? ExitCode.NOT_DELIVERED : ExitCode.DONE;
  }

  private List<CheckLine> ledger(Configuration configuration) {
    String where = configuration.database().url().isPresent() ? "on a server" : "embedded";
    try (LedgerStore store = session.unmigratedLedger(configuration)) {
      return new LedgerCheck(store.dataSource(), where).lines();
    } catch (LedgerUnavailable e) {
      return List.of(
          CheckPage.failed(LedgerCheck.SUBJECT, "database", String.valueOf(e.getMessage())));
    }
  }

  private List<CheckLine> sources(Configuration configuration) {
    LiveSettings live = configuration.live().orElse(new LiveSettings(List.of(), List.of()));
    ConfiguredConnections connections =
        new ConfiguredConnections(live, nas -> KnownSnapshots.NONE, session.clock());
    List<CheckLine> lines = new ArrayList<>();
    lines.addAll(new LiveChecks(live, connections, session.clock().instant()).lines());
    lines.addAll(new ExecutorChecks(live, session.clock()).lines());
    return lines;
  }

  private static boolean failed(List<CheckLine> lines) {
    return lines.stream().anyMatch(line -> line.outcome() == Outcome.FAILED);
  }
}
