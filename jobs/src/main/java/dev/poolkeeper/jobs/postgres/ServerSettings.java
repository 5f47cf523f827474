package dev.poolkeeper.jobs.postgres;

import java.util.List;

/**
 * The settings every start passes to the server, so that they hold for ledgers of any age.
 *
 * <p>They suit a small batch pod. Commits stay synchronous: an approval or the note of an action
 * about to be taken must survive a power cut. Bulk loads may switch that off for their own
 * transaction.
 */
final class ServerSettings {

  private static final List<String> SETTINGS =
      List.of(
          // reachable from this machine only, and never through a socket in a world-writable folder
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "password_encryption=scram-sha-256",
          "max_connections=30",
          "shared_buffers=64MB",
          "work_mem=32MB",
          "maintenance_work_mem=64MB",
          // a container's /dev/shm has 64 MB, too little for a parallel hash join
          "dynamic_shared_memory_type=mmap",
          // nobody replicates from here, and without that COPY into a fresh table writes no WAL
          "wal_level=minimal",
          "max_wal_senders=0",
          "max_wal_size=512MB",
          "random_page_cost=1.1",
          "jit=off",
          "timezone=UTC",
          "log_timezone=UTC",
          "log_checkpoints=off");

  private ServerSettings() {}

  /** As one argument of {@code pg_ctl -o}; no value needs quoting. */
  static String onPort(int port) {
    StringBuilder options = new StringBuilder("-p ").append(port);
    SETTINGS.forEach(setting -> options.append(" -c ").append(setting));
    return options.toString();
  }
}
