package dev.poolkeeper.jobs.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A real Postgres server whose data lives under poolkeeper's home and outlives the run.
 *
 * <p>It runs while this object is open, and is stopped when the JVM ends in order or by a signal. A
 * server that a killed run left behind is stopped by the next start, which keeps its unlogged
 * tables.
 */
public final class EmbeddedPostgres implements AutoCloseable {

  static final String USER = "poolkeeper";
  static final String DATABASE = "poolkeeper";

  private final HomeLock lock;
  private final LedgerServer server;
  private final Thread shutdownHook = new Thread(this::stop, "stop-embedded-postgres");
  private String password = "";
  private int port;
  private boolean stopped;

  private EmbeddedPostgres(HomeLock lock, LedgerServer server) {
    this.lock = lock;
    this.server = server;
  }

  /**
   * Starts (first: creates) the cluster under home.
   *
   * @param progress gets short lines for a person when something takes a while
   * @throws LedgerUnavailable with a message that says what to do
   */
  public static EmbeddedPostgres start(Path home, Consumer<String> progress) {
    Machine machine = Machine.current();
    Platform platform = Platform.of(machine);
    try {
      LedgerFiles files = new LedgerFiles(LedgerHome.create(home, machine));
      HomeLock lock = HomeLock.take(files.lock());
      try {
        return startLocked(files, machine, platform, lock, progress);
      } catch (IOException | InterruptedException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw LedgerHome.unusable(home, machine, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw LedgerUnavailable.failed("The start of the ledger's database was interrupted.", e);
    }
  }

  private static EmbeddedPostgres startLocked(
      LedgerFiles files,
      Machine machine,
      Platform platform,
      HomeLock lock,
      Consumer<String> progress)
      throws IOException, InterruptedException {
    ServerAccount account =
        ServerAccount.choose(
            machine, files.home(), ServerAccount.ownerOf(files.ledger()), AccountProbe.real());
    PostgresBinaries binaries = new PostgresBinaries(files);
    if (!binaries.areUnpacked()) {
      LedgerHome.requireSpaceForFirstStart(files.home());
      progress.accept("first start: unpacking Postgres " + PostgresBinaries.VERSION);
      binaries.unpack(platform);
    }
    ServerPrograms programs =
        new ServerPrograms(binaries, account, files.home(), ServerLog.open(files.log()));
    EmbeddedPostgres postgres = new EmbeddedPostgres(lock, new LedgerServer(files, programs));
    Runtime.getRuntime().addShutdownHook(postgres.shutdownHook);
    try {
      postgres.open(new LedgerCluster(files, programs), progress);
      return postgres;
    } catch (IOException | InterruptedException | RuntimeException e) {
      postgres.close();
      throw e;
    }
  }

  private void open(LedgerCluster cluster, Consumer<String> progress)
      throws IOException, InterruptedException {
    LedgerFiles files = cluster.files();
    if (Files.exists(files.ledger())) {
      password = LedgerPassword.read(files);
      cluster.requireSameMajorVersion();
      if (server.stop().isPresent()) {
        progress.accept("stopped the database server that an earlier, killed run left behind");
      }
      Postmaster.forgetReusedPid(files.ledger());
      cluster.giveToServer(files.ledger());
    } else {
      progress.accept("first start: creating the ledger's database in " + files.home());
      password = LedgerPassword.readOrCreate(files);
      cluster.create(password);
    }
    port = server.start();
    new LedgerDatabase(port, password).ensure(files);
  }

  public String jdbcUrl() {
    return LedgerDatabase.url(port, DATABASE);
  }

  public String user() {
    return USER;
  }

  public String password() {
    return password;
  }

  /** Stops the server, then lets others have the ledger. May be called more than once. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(shutdownHook);
    } catch (IllegalStateException e) {
      // the JVM is ending and the hook does the same work; it is done once
    }
    stop();
  }

  private synchronized void stop() {
    if (stopped) {
      // the ledger may be another process's by now
      return;
    }
    stopped = true;
    try (lock) {
      server.stop();
    } catch (IOException e) {
      throw LedgerUnavailable.failed(
          "The ledger's database server could not be stopped: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
