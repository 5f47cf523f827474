package dev.poolkeeper.jobs.command;

import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.configuration.ConfigurationReader;
import dev.poolkeeper.jobs.configuration.PolicyFile;
import dev.poolkeeper.jobs.demo.DemoPolicies;
import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.jobs.nightly.Progress;
import dev.poolkeeper.jobs.postgres.PoolkeeperHome;
import dev.poolkeeper.processors.retention.policy.RetentionPolicies;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** What every command is given: environment, terminal, clock, and from them ledger and settings. */
public final class Session {

  private final Map<String, String> environment;
  private final Terminal terminal;
  private final Clock clock;

  public Session(Map<String, String> environment, Terminal terminal, Clock clock) {
    this.environment = Map.copyOf(environment);
    this.terminal = terminal;
    this.clock = clock;
  }

  Terminal terminal() {
    return terminal;
  }

  /** Who works here, as the environment says. */
  String user() {
    return Optional.ofNullable(environment.get("USER"))
        .or(() -> Optional.ofNullable(environment.get("LOGNAME")))
        .filter(name -> !name.isBlank())
        .orElse("unknown user");
  }

  Clock clock() {
    return clock;
  }

  Progress progress() {
    return new Progress(terminal.err(), terminal.progress());
  }

  Configuration configuration(Optional<Path> named) {
    return new ConfigurationReader(environment).read(named);
  }

  /** The same; the people of the demo's estate promise something too. */
  Configuration demoConfiguration(Optional<Path> named) {
    return demoConfiguration(named, false);
  }

  /**
   * The same.
   *
   * @param mails with all it takes to mail what is reported
   */
  Configuration demoConfiguration(Optional<Path> named, boolean mails) {
    Configuration configured = mails ? mailingConfiguration(named) : configuration(named);
    return configured.withRetention(DemoPolicies.after(configured.retention()));
  }

  /** The policies of a file of their own. */
  RetentionPolicies policies(Path file) {
    return new PolicyFile(environment).read(file);
  }

  /** With all it takes to send a trace. */
  Configuration tracedConfiguration(Optional<Path> named) {
    return new ConfigurationReader(environment).readTraced(named);
  }

  /** With all it takes to mail what is reported, secrets included. */
  Configuration mailingConfiguration(Optional<Path> named) {
    return new ConfigurationReader(environment).readMailing(named);
  }

  /** With all it takes to reach the live systems, secrets included. */
  Configuration liveConfiguration(Optional<Path> named) {
    return new ConfigurationReader(environment).readLive(named);
  }

  /** The same with the keys of those who act. */
  Configuration executorConfiguration(Optional<Path> named) {
    return new ConfigurationReader(environment).readExecutors(named);
  }

  /**
   * @param demo the demo's own ledger, which is always embedded and never the real one
   */
  LedgerStore ledger(Configuration configuration, boolean demo) {
    Progress progress = progress();
    if (!demo && configuration.database().url().isPresent()) {
      return LedgerStore.server(configuration.database());
    }
    Path home = demo ? demoHome() : PoolkeeperHome.resolve(environment);
    return LedgerStore.embedded(home, progress::say);
  }

  /** The real ledger in whatever state it is, to be looked at only. */
  LedgerStore unmigratedLedger(Configuration configuration) {
    return configuration.database().url().isPresent()
        ? LedgerStore.unmigratedServer(configuration.database())
        : LedgerStore.unmigratedEmbedded(PoolkeeperHome.resolve(environment), progress()::say);
  }

  /** Where the demo keeps everything of its own. */
  Path demoHome() {
    return PoolkeeperHome.resolve(environment).resolve("demo");
  }

  /** This program's version, as its jar says. */
  String version() {
    return Optional.ofNullable(Session.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
