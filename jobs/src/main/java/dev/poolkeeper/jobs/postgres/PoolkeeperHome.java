package dev.poolkeeper.jobs.postgres;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Decides where poolkeeper keeps its data: {@code POOLKEEPER_HOME}, else {@code
 * XDG_DATA_HOME/poolkeeper}, else {@code ~/.local/share/poolkeeper}.
 *
 * <p>Root's server runs under an unprivileged account. Where that account cannot enter root's home
 * directory (mode 0700 on most systems) the last choice becomes {@code /var/lib/poolkeeper}.
 */
public final class PoolkeeperHome {

  private static final Path SYSTEM_HOME = Path.of("/var/lib/poolkeeper");

  private PoolkeeperHome() {}

  /** The home for this process on this machine. */
  public static Path resolve(Map<String, String> environment) {
    Path userHome = Path.of(System.getProperty("user.home", ""));
    return resolve(
        environment,
        userHome,
        ServerAccount.rootIsLockedIn(Machine.current(), home(environment, userHome)));
  }

  /**
   * The same as a pure function.
   *
   * @param userHome used when {@code HOME} is not set
   * @param rootMustDrop whether the caller is root and its server account cannot enter the user's
   *     home directory
   */
  public static Path resolve(Map<String, String> environment, Path userHome, boolean rootMustDrop) {
    Optional<Path> chosen = path(environment, "POOLKEEPER_HOME");
    if (chosen.isPresent()) {
      return chosen.get().toAbsolutePath().normalize();
    }
    // the XDG specification: a relative path is invalid and must be ignored
    Optional<Path> dataHome = path(environment, "XDG_DATA_HOME").filter(Path::isAbsolute);
    if (dataHome.isPresent()) {
      return dataHome.get().resolve("poolkeeper");
    }
    if (rootMustDrop) {
      return SYSTEM_HOME;
    }
    Path home = home(environment, userHome);
    if (!home.isAbsolute()) {
      throw LedgerUnavailable.configuration(
          """
          poolkeeper does not know where to keep its ledger: this account has no home directory and HOME is not set.
          Next: set POOLKEEPER_HOME to a directory this account may write to, %s"""
              .formatted(LedgerUnavailable.OTHER_SERVER));
    }
    return home.resolve(".local/share/poolkeeper");
  }

  private static Path home(Map<String, String> environment, Path userHome) {
    return path(environment, "HOME").filter(Path::isAbsolute).orElse(userHome);
  }

  private static Optional<Path> path(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(s -> !s.isBlank()).map(Path::of);
  }
}
