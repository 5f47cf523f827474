package dev.poolkeeper.jobs.command;

import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.ledger.LedgerStore;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which ledger a command looks at. */
final class LedgerOptions {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Configuration file (default: poolkeeper.yaml where it is looked for).")
  private @Nullable Path config;

  @Option(names = "--demo", description = "Look at the demo's ledger instead of the real one.")
  private boolean demo;

  boolean demo() {
    return demo;
  }

  Configuration configuration(Session session) {
    return demo
        ? session.demoConfiguration(Optional.ofNullable(config))
        : session.configuration(Optional.ofNullable(config));
  }

  /** Of a job that sends its trace and nothing else. */
  Configuration tracedConfiguration(Session session) {
    return demo
        ? session.demoConfiguration(Optional.ofNullable(config))
        : session.tracedConfiguration(Optional.ofNullable(config));
  }

  /** The demo mails nobody unless a file is named for it. */
  Configuration mailingConfiguration(Session session) {
    return demo && config == null
        ? session.configuration(Optional.empty())
        : session.mailingConfiguration(Optional.ofNullable(config));
  }

  Configuration liveConfiguration(Session session) {
    return session.liveConfiguration(Optional.ofNullable(config));
  }

  /** With the keys of the executors, too. */
  Configuration executorConfiguration(Session session) {
    return session.executorConfiguration(Optional.ofNullable(config));
  }

  LedgerStore open(Session session) {
    return session.ledger(configuration(session), demo);
  }
}
