package dev.poolkeeper.jobs.command;

import dev.poolkeeper.processors.report.SnapshotLine;
import dev.poolkeeper.processors.retention.check.SnapshotState;
import dev.poolkeeper.writers.table.Listing;
import dev.poolkeeper.writers.table.Listings;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code poolkeeper snapshots}. */
@Command(
    name = "snapshots",
    description = "ZFS snapshots, the contents they back, and what becomes of them.",
    footer = "Several of these options: what any of them is about.",
    mixinStandardHelpOptions = true)
final class SnapshotsCommand implements Callable<Integer> {

  private final Session session;
  @Mixin private ListOptions options = new ListOptions();

  @Option(names = "--orphaned", description = "Only leftovers: those that a finding 2xx is about.")
  private boolean orphaned;

  @Option(names = "--overdue", description = "Only those that should have been removed.")
  private boolean overdue;

  @Option(names = "--unowned", description = "Only those that nobody will ever remove.")
  private boolean unowned;

  @Option(
      names = "--held",
      description = "Only those that should go, and that a hold or a clone keeps.")
  private boolean held;

  @Option(names = "--future", description = "Only those of a time that has not come.")
  private boolean future;

  @Option(names = "--unparsable", description = "Only those whose names no task makes.")
  private boolean unparsable;

  @Option(names = "--undecided", description = "Only those whose end cannot be known.")
  private boolean undecided;

  SnapshotsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return options.show(session, this::listing);
  }

  private Listing<SnapshotLine> listing(LedgerView ledger) {
    List<SnapshotLine> all = ledger.marts().snapshots(ledger.night());
    if (!orphaned && states().isEmpty()) {
      return Listings.snapshots(all);
    }
    Set<String> leftovers = orphaned ? ledger.orphanedSnapshots() : Set.of();
    return Listings.snapshots(
        all.stream()
            .filter(
                line ->
                    line.retention().filter(states()::contains).isPresent()
                        || leftovers.contains(line.subject()))
            .toList());
  }

  private Set<String> states() {
    Set<String> states = new TreeSet<>();
    wanted(states, overdue, SnapshotState.OVERDUE);
    wanted(states, unowned, SnapshotState.UNOWNED);
    wanted(states, held, SnapshotState.HELD);
    wanted(states, future, SnapshotState.FUTURE);
    wanted(states, unparsable, SnapshotState.UNPARSABLE);
    wanted(states, undecided, SnapshotState.UNDECIDED);
    return states;
  }

  private static void wanted(Set<String> states, boolean asked, SnapshotState state) {
    if (asked) {
      states.add(state.word());
    }
  }
}
