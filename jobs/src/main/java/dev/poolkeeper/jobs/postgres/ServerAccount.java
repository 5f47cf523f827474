package dev.poolkeeper.jobs.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Decides under which account the server runs. Postgres refuses to run as root, so root hands it to
 * an unprivileged account; anybody else runs it themselves.
 *
 * <p>Root's choice, in this order: the account that already owns the ledger, {@code postgres},
 * {@code nobody}. Only where that account cannot enter the home (a folder closed to others) the
 * server stays root's but in a user namespace without privileges; many containers refuse those.
 *
 * @param prefix what to put before a command to run it under this account
 * @param uid the owner the ledger must have
 */
record ServerAccount(List<String> prefix, int uid, int gid) {

  private static final List<String> NAMESPACE = List.of("unshare", "--user", "--");

  ServerAccount {
    prefix = List.copyOf(prefix);
  }

  /**
   * Chooses for a home that exists.
   *
   * @param ledgerOwner the uid that owns the existing ledger
   */
  static ServerAccount choose(
      Machine machine, Path home, OptionalInt ledgerOwner, AccountProbe probe) {
    if (!machine.isRoot()) {
      return new ServerAccount(List.of(), machine.uid(), machine.gid());
    }
    Optional<UnixAccount> account = UnixAccount.forServer(machine.accounts(), ledgerOwner);
    boolean closed = false;
    for (ServerAccount candidate : account.map(ServerAccount::waysInto).orElse(List.of())) {
      AccountProbe.Answer answer = probe.ask(candidate.prefix(), home);
      if (answer == AccountProbe.Answer.REACHABLE) {
        return candidate;
      }
      closed |= answer == AccountProbe.Answer.CLOSED;
    }
    if (probe.ask(NAMESPACE, home) == AccountProbe.Answer.REACHABLE) {
      return new ServerAccount(NAMESPACE, 0, 0);
    }
    throw closed ? closedTo(account.orElseThrow(), home) : noAccount();
  }

  /** Whether the caller is root and the account of its server could not enter that folder. */
  static boolean rootIsLockedIn(Machine machine, Path folder) {
    if (!machine.isRoot()) {
      return false;
    }
    AccountProbe probe = AccountProbe.real();
    return UnixAccount.forServer(machine.accounts(), OptionalInt.empty())
        .map(ServerAccount::waysInto)
        .orElse(List.of())
        .stream()
        .map(way -> probe.ask(way.prefix(), folder))
        .anyMatch(answer -> answer == AccountProbe.Answer.CLOSED);
  }

  static OptionalInt ownerOf(Path ledger) throws java.io.IOException {
    return Files.exists(ledger) ? OptionalInt.of(Trees.owner(ledger)) : OptionalInt.empty();
  }

  private static List<ServerAccount> waysInto(UnixAccount account) {
    return List.of(
        way(
            account,
            "setpriv",
            "--reuid=" + account.uid(),
            "--regid=" + account.gid(),
            "--clear-groups",
            "--"),
        way(account, "runuser", "-u", account.name(), "--"),
        way(account, "su", "-s", "/bin/sh", "-c", "exec \"$@\"", "--", account.name(), "sh"));
  }

  private static ServerAccount way(UnixAccount account, String... prefix) {
    return new ServerAccount(List.of(prefix), account.uid(), account.gid());
  }

  private static LedgerUnavailable closedTo(UnixAccount account, Path home) {
    return LedgerUnavailable.configuration(
        """
        The ledger cannot live in %1$s: Postgres refuses to run as root, so it runs as account "%2$s", and that account cannot enter this directory.
        Next: open the way to it (chmod o+x on %1$s and the directories above it), unset POOLKEEPER_HOME (root's ledger is then in /var/lib/poolkeeper), run poolkeeper as an ordinary user, %3$s"""
            .formatted(home, account.name(), LedgerUnavailable.OTHER_SERVER));
  }

  private static LedgerUnavailable noAccount() {
    return LedgerUnavailable.configuration(
        """
        The ledger's database cannot be started by root: Postgres refuses to run as root, and root may not hand it to account "postgres" or "nobody" here (setpriv, runuser and su failed or neither account exists, and user namespaces are refused).
        Next: run poolkeeper as an ordinary user (in a container: --user, or the capabilities SETUID, SETGID and CHOWN), %s"""
            .formatted(LedgerUnavailable.OTHER_SERVER));
  }
}
