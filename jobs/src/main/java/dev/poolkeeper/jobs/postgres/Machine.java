package dev.poolkeeper.jobs.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What has to be known about this machine before a server can be started on it.
 *
 * @param uid effective user id of this process
 * @param accounts the lines of /etc/passwd
 */
record Machine(String os, String architecture, int uid, int gid, List<String> accounts) {

  private static final Path PASSWD = Path.of("/etc/passwd");
  private static final Path THIS_PROCESS = Path.of("/proc/self");

  Machine {
    accounts = List.copyOf(accounts);
  }

  boolean isRoot() {
    return uid == 0;
  }

  static Machine current() {
    String os = System.getProperty("os.name", "unknown");
    String architecture = System.getProperty("os.arch", "unknown");
    try {
      return Files.exists(THIS_PROCESS)
          ? new Machine(os, architecture, number("unix:uid"), number("unix:gid"), accountLines())
          : new Machine(os, architecture, -1, -1, List.of());
    } catch (IOException e) {
      throw LedgerUnavailable.failed(
          "poolkeeper could not find out under which account it runs: " + e, e);
    }
  }

  private static int number(String attribute) throws IOException {
    return ((Number) Files.getAttribute(THIS_PROCESS, attribute)).intValue();
  }

  private static List<String> accountLines() throws IOException {
    return Files.isReadable(PASSWD) ? Files.readAllLines(PASSWD) : List.of();
  }
}
