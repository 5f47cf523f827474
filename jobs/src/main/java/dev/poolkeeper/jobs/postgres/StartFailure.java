package dev.poolkeeper.jobs.postgres;

import java.util.Arrays;

/** Decides what a user should do about a failed start, from what the server's log says. */
enum StartFailure {
  NO_ACCOUNT_NAME(
      "could not look up effective user ID",
      "give this user id a line in /etc/passwd, run poolkeeper under an account that has one (in a container: --user with a known account)",
      true),
  NO_SPACE(
      "No space left on device",
      "free some space there, set POOLKEEPER_HOME to a roomier disk",
      true),
  NO_QUOTA("Disk quota exceeded", "raise the quota, set POOLKEEPER_HOME to a roomier disk", true),
  READ_ONLY(
      "Read-only file system", "set POOLKEEPER_HOME to a directory that can be written", true),
  LIBRARY_MISSING(
      "error while loading shared libraries",
      "install that library, run poolkeeper in its container image",
      true),
  OLD_GLIBC("version `GLIBC", "run poolkeeper on a system with glibc 2.27 or newer", true),
  NOT_ALLOWED(
      "ermission denied",
      "check who owns the directory and that it is not mounted noexec, set POOLKEEPER_HOME to another one",
      true),
  NO_MEMORY("annot allocate memory", "give this machine or container more memory", true),
  UNKNOWN("", "remove the cause named above, set POOLKEEPER_HOME to another directory", false);

  private final String sign;
  private final String nextStep;
  private final boolean configuration;

  StartFailure(String sign, String nextStep, boolean configuration) {
    this.sign = sign;
    this.nextStep = nextStep;
    this.configuration = configuration;
  }

  /** The whole message: what failed, where, the last lines of the log, and what to do. */
  static LedgerUnavailable of(String task, LedgerFiles files, ServerLog log) {
    StartFailure failure = recognise(seen(files, log));
    String message =
        """
        %s in %s failed. Nothing was read or stored in this run. The end of %s:
        %sNext: %s, %s"""
            .formatted(
                Character.toUpperCase(task.charAt(0)) + task.substring(1),
                files.home(),
                log.file(),
                seen(files, log),
                failure.nextStep,
                LedgerUnavailable.OTHER_SERVER);
    return failure.configuration
        ? LedgerUnavailable.configuration(message)
        : LedgerUnavailable.failed(message);
  }

  /** The log's last lines; on a full disk the log has none, so that is looked at here. */
  private static String seen(LedgerFiles files, ServerLog log) {
    String lines = log.lastLines();
    if (!lines.isEmpty()) {
      return lines;
    }
    return LedgerHome.isFull(files.home())
        ? "    (empty: " + NO_SPACE.sign + ")\n"
        : "    (empty)\n";
  }

  String nextStep() {
    return nextStep;
  }

  static StartFailure recognise(String lastLines) {
    return Arrays.stream(values())
        .filter(failure -> lastLines.contains(failure.sign))
        .findFirst()
        .orElse(UNKNOWN);
  }
}
