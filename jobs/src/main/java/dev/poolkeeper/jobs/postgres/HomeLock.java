package dev.poolkeeper.jobs.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets one process at a time work on a home. The operating system releases the lock when the
 * process ends, however it ends, so there is never a stale one to remove.
 */
final class HomeLock implements AutoCloseable {

  /**
   * The one mutable static of this package: a POSIX lock belongs to the process, and closing any
   * second channel on the file would release it, so the file must not even be opened twice.
   */
  private static final Set<Path> HELD_BY_THIS_PROCESS = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private HomeLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static HomeLock take(Path file) throws IOException {
    if (!HELD_BY_THIS_PROCESS.add(file)) {
      throw held(file, Long.toString(ProcessHandle.current().pid()));
    }
    try {
      return new HomeLock(file, lockedChannel(file));
    } catch (IOException | RuntimeException e) {
      HELD_BY_THIS_PROCESS.remove(file);
      throw e;
    }
  }

  private static FileChannel lockedChannel(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      if (channel.tryLock() == null) {
        throw held(file, Files.readString(file).strip());
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(ownPid()));
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static byte[] ownPid() {
    return (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static LedgerUnavailable held(Path file, String pid) {
    String holder = pid.isEmpty() ? "another process" : "process " + pid;
    return LedgerUnavailable.failed(
        """
        The ledger in %s is in use by %s (lock file %s). One run at a time works on a ledger, so this one did nothing.
        Next: wait until that run has finished, set POOLKEEPER_HOME to another directory for a ledger of its own, %s"""
            .formatted(file.getParent(), holder, file, LedgerUnavailable.OTHER_SERVER));
  }

  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      channel.close();
      HELD_BY_THIS_PROCESS.remove(file);
    }
  }
}
