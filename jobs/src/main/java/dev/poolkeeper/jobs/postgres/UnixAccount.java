package dev.poolkeeper.jobs.postgres;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** One line of /etc/passwd, and which of them root's server should run under. */
record UnixAccount(String name, int uid, int gid) {

  private static final int FIELDS = 7;

  /** The owner of the ledger there already is, else {@code postgres}, else {@code nobody}. */
  static Optional<UnixAccount> forServer(List<String> passwd, OptionalInt ledgerOwner) {
    List<UnixAccount> accounts =
        passwd.stream().flatMap(UnixAccount::parse).filter(account -> account.uid > 0).toList();
    return first(accounts.stream().filter(a -> ledgerOwner.equals(OptionalInt.of(a.uid))))
        .or(() -> first(accounts.stream().filter(a -> a.name.equals("postgres"))))
        .or(() -> first(accounts.stream().filter(a -> a.name.equals("nobody"))));
  }

  private static Optional<UnixAccount> first(Stream<UnixAccount> accounts) {
    return accounts.findFirst();
  }

  private static Stream<UnixAccount> parse(String line) {
    String[] fields = line.split(":", -1);
    try {
      return fields.length == FIELDS
          ? Stream.of(
              new UnixAccount(fields[0], Integer.parseInt(fields[2]), Integer.parseInt(fields[3])))
          : Stream.empty();
    } catch (NumberFormatException e) {
      return Stream.empty();
    }
  }
}
