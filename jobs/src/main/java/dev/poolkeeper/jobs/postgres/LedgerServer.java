package dev.poolkeeper.jobs.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Starts the server on a free port of 127.0.0.1, detached from the terminal, so that Ctrl-C reaches
 * poolkeeper first and the server is stopped in order.
 */
record LedgerServer(LedgerFiles files, ServerPrograms programs) {

  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int ATTEMPTS = 3;
  private static final long PAUSE_MILLIS = 500;
  // crash recovery of a large ledger takes its time
  private static final Duration START = Duration.ofMinutes(10);
  // a port taken in between, the last backends of a killed server, or the server that a run killed
  // a moment ago was just starting: all of them pass
  private static final List<String> PASSING =
      List.of(
          "Address already in use",
          "is still in use",
          "lock file \"postmaster.pid\" already exists");

  /** The port it listens on. */
  int start() throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      ServerLog log = ServerLog.open(files.log());
      int port = freePort();
      if (startOn(port)) {
        return port;
      }
      if (attempt == ATTEMPTS || PASSING.stream().noneMatch(log::says)) {
        throw StartFailure.of("starting the ledger's database", files, log);
      }
      Thread.sleep(PAUSE_MILLIS);
      stop();
    }
  }

  /** Stops the server on this ledger, if one is running. */
  Optional<Postmaster> stop() throws IOException, InterruptedException {
    Optional<Postmaster> running = Postmaster.runningOn(files.ledger());
    if (running.isPresent()) {
      running.get().stop();
    }
    return running;
  }

  private boolean startOn(int port) throws IOException, InterruptedException {
    return programs.run(
        START.plusSeconds(5),
        "pg_ctl",
        List.of(
            "start",
            "--wait",
            "--timeout=" + START.toSeconds(),
            "--pgdata=" + files.ledger(),
            "--options=" + ServerSettings.onPort(port)));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK))) {
      return socket.getLocalPort();
    }
  }
}
