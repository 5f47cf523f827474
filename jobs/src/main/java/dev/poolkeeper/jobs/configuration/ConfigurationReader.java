package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.readers.source.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads {@code poolkeeper.yaml} and the environment, and checks all of it at once.
 *
 * <p>Looked for in the working directory, {@code ~/.config/poolkeeper} and {@code /etc/poolkeeper},
 * unless a file is named. Without any file the defaults hold.
 */
public final class ConfigurationReader {

  /** Sections that a command which asks no live system does not read. */
  private static final Set<String> LIVE_SECTIONS = Set.of("clusters", "nas", "lease");

  /** Those that a command which sends nothing does not read. */
  private static final Set<String> SENDING_SECTIONS =
      Set.of("mail", "channels", "templates", "ping", "tracing");

  /** What a command needs beside the settings that all have in common. */
  private enum Needed {
    NOTHING,
    TRACE,
    MAIL,
    LIVE_AND_MAIL,
    /** The keys of executors, beside all of the others. */
    EXECUTORS_TOO
  }

  private final Map<String, String> environment;

  public ConfigurationReader(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * The settings of a command that asks no live system and sends nothing: secrets of live systems
   * and mail servers are not even read.
   *
   * @param named the file given with {@code --config}
   * @throws InvalidConfiguration naming every problem
   */
  public Configuration read(Optional<Path> named) {
    return read(named, Needed.NOTHING);
  }

  /**
   * The settings of a command that asks no live system, and sends nothing but its trace.
   *
   * @param named the file given with {@code --config}
   * @throws InvalidConfiguration naming every problem
   */
  public Configuration readTraced(Optional<Path> named) {
    return read(named, Needed.TRACE);
  }

  /**
   * The settings of a command that asks no live system, and mails what it reports.
   *
   * @param named the file given with {@code --config}
   * @throws InvalidConfiguration naming every problem
   */
  public Configuration readMailing(Optional<Path> named) {
    return read(named, Needed.MAIL);
  }

  /**
   * The settings of a command that asks live systems, with all that it takes to reach them.
   *
   * @param named the file given with {@code --config}
   * @throws InvalidConfiguration naming every problem
   */
  public Configuration readLive(Optional<Path> named) {
    return read(named, Needed.LIVE_AND_MAIL);
  }

  /**
   * The settings of a command that acts on live systems, or checks whether one could: with the keys
   * of their executors.
   *
   * @param named the file given with {@code --config}
   * @throws InvalidConfiguration naming every problem
   */
  public Configuration readExecutors(Optional<Path> named) {
    return read(named, Needed.EXECUTORS_TOO);
  }

  private Configuration read(Optional<Path> named, Needed needed) {
    boolean executors = needed == Needed.EXECUTORS_TOO;
    boolean live = executors || needed == Needed.LIVE_AND_MAIL;
    Optional<Path> path = named.or(this::found);
    SettingsFile file = path.map(SettingsFile::load).orElse(SettingsFile.NONE);
    Values values = new Values(file, environment);
    SecretFiles secrets = new SecretFiles();
    boolean telling = needed != Needed.NOTHING && needed != Needed.TRACE;
    Configuration configuration =
        new Configuration(
            path.map(Path::toString),
            database(values, secrets),
            orphans(values),
            guards(values),
            CapacitySection.read(values),
            anomalies(values),
            ReportSettings.read(values),
            HousekeepingSettings.read(values),
            RuleSections.read(values),
            ProtectionSection.read(values),
            RetentionSections.read(values),
            ProposalSection.read(values),
            CleanupSettings.read(values),
            live ? Optional.of(LiveSections.read(values, secrets, executors)) : Optional.empty(),
            live ? LeaseSettings.read(values) : Optional.empty(),
            telling ? MailSection.read(values, secrets) : Optional.empty(),
            telling ? ChannelSections.read(values, secrets) : List.of(),
            signals(needed, values, secrets),
            secrets.read());
    List<String> problems = values.problems(unread(needed));
    if (!problems.isEmpty()) {
      throw new InvalidConfiguration(configuration.source(), problems);
    }
    return configuration;
  }

  private static SignalSettings signals(Needed needed, Values values, SecretFiles secrets) {
    return switch (needed) {
      case NOTHING -> SignalSettings.NONE;
      case TRACE -> SignalSections.traceOnly(values, secrets);
      case MAIL, LIVE_AND_MAIL, EXECUTORS_TOO -> SignalSections.read(values, secrets);
    };
  }

  private static Set<String> unread(Needed needed) {
    return switch (needed) {
      case NOTHING, TRACE ->
          Stream.concat(LIVE_SECTIONS.stream(), SENDING_SECTIONS.stream())
              .collect(Collectors.toSet());
      case MAIL -> LIVE_SECTIONS;
      case LIVE_AND_MAIL, EXECUTORS_TOO -> Set.of();
    };
  }

  private static OrphanSettings orphans(Values values) {
    return new OrphanSettings(
        values.duration("orphans.grace", OrphanSettings.DEFAULT.grace()),
        values.count("orphans.confirm-runs", OrphanSettings.DEFAULT.confirmRuns(), 1, 1000),
        Set.copyOf(values.words("orphans.gone-clusters")));
  }

  private static GuardSettings guards(Values values) {
    return new GuardSettings(
        values.ratio("guards.max-drop-ratio", GuardSettings.DEFAULT.maxDropRatio()),
        Set.copyOf(values.words("guards.accept-drop")));
  }

  private static AnomalySettings anomalies(Values values) {
    AnomalySettings unset = AnomalySettings.DEFAULT;
    return new AnomalySettings(
        values.above("anomalies.false-alarms-per-1000-nights", unset.falseAlarmsPerThousand(), 100),
        values.bytes("anomalies.least-move", unset.leastMoveBytes()),
        values.ratio("anomalies.least-move-ratio", unset.leastMoveRatio()));
  }

  private static DatabaseSettings database(Values values, SecretFiles secrets) {
    Optional<String> url = values.text("db.url");
    url.filter(text -> !text.startsWith("jdbc:postgresql:"))
        .ifPresent(
            text -> values.problem("db.url", "…", "a URL that starts with jdbc:postgresql:"));
    Optional<String> password = secrets.secret(values, "db.password-file").map(Secret::value);
    return new DatabaseSettings(
        url, values.text("db.user"), values.text("db.password").or(() -> password));
  }

  private Optional<Path> found() {
    String home = environment.getOrDefault("HOME", "");
    return Stream.of(
            Path.of("poolkeeper.yaml"),
            Path.of(home, ".config/poolkeeper/poolkeeper.yaml"),
            Path.of("/etc/poolkeeper/poolkeeper.yaml"))
        .filter(Files::isRegularFile)
        .findFirst();
  }
}
