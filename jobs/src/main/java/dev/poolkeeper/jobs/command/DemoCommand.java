package dev.poolkeeper.jobs.command;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.delivery.Telling;
import dev.poolkeeper.jobs.delivery.Told;
import dev.poolkeeper.jobs.demo.DemoPast;
import dev.poolkeeper.jobs.demo.DemoReplay;
import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.jobs.nightly.NightlyContext;
import dev.poolkeeper.jobs.nightly.NightlyRunner;
import dev.poolkeeper.readers.ledger.Marts;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code poolkeeper demo}. */
@Command(
    name = "demo",
    description =
        "Replay ten nights of a made-up estate in a ledger of its own; every further start repeats"
            + " the last one.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  private final Session session;

  @Option(names = "--config", paramLabel = "FILE", description = "Configuration file.")
  private @Nullable Path config;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "out",
      description = "Where reports are written, in a folder per night (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("out");

  DemoCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    // nobody is mailed made-up data because of a configuration that only happens to be there
    Configuration configuration =
        session.demoConfiguration(Optional.ofNullable(config), config != null);
    session.terminal().err().println("DEMO DATA: clusters, appliances and findings are made up.");
    try (LedgerStore ledger = session.ledger(configuration, true);
        NightlyContext context =
            NightlyContext.open(
                ledger.dataSource(), configuration, session.progress(), session.clock())) {
      Marts marts = new Marts(JdbcClient.create(ledger.dataSource()), new JsonMapper());
      LocalDate night =
          new DemoReplay(
                  new DemoPast(ledger.dataSource()),
                  context.runner(),
                  session.demoHome().resolve("estate"),
                  session.progress())
              .replay(
                  marts.lastNight(),
                  new NightlyRunner.Target(
                      out,
                      true,
                      new Told(Telling.ONCE, session.version()),
                      configuration.report().formats()));
      session.terminal().err().println("Next: poolkeeper orphans --demo, or open the report:");
      int exitCode =
          new NightSummary(ledger, configuration, out)
              .print(night, session.terminal(), Optional.empty());
      return exitCode == ExitCode.NOT_DELIVERED ? exitCode : ExitCode.DONE;
    }
  }
}
