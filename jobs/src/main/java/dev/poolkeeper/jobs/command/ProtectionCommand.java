package dev.poolkeeper.jobs.command;

import dev.poolkeeper.processors.finding.Glob;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.report.ProtectionLine;
import dev.poolkeeper.writers.table.ProtectionListing;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code poolkeeper protection}. */
@Command(
    name = "protection",
    description = "Claims, how old their newest copies are, and how old they may be; worst first.",
    footer = {
      "",
      "Of nights more than 8 days before the newest, only claims that are not protected are kept.",
      "Next: poolkeeper explain PK307 says what counts, and how to ask for more or less."
    },
    mixinStandardHelpOptions = true)
final class ProtectionCommand implements Callable<Integer> {

  private final Session session;
  @Mixin private ListOptions options = new ListOptions();

  @Option(
      names = "--namespace",
      paramLabel = "PATTERN",
      description = "Only claims of these namespaces, as media or prod-a/namespaces/media.")
  private String namespace = "";

  @Option(names = "--late", description = "Only claims whose newest copy is too old.")
  private boolean late;

  @Option(names = "--never", description = "Only claims without any copy.")
  private boolean never;

  @Option(names = "--unknown", description = "Only claims of which it cannot be said.")
  private boolean unknown;

  @Option(
      names = "--snapshots",
      description =
          "Instead: how many snapshots pools, tasks and namespaces have, and their growth.")
  private boolean snapshots;

  ProtectionCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (snapshots) {
      return options.show(
          session,
          ledger ->
              ProtectionListing.holdings(
                  ledger.snapshotHoldings().stream()
                      .filter(line -> of(Subject.parse(line.subject())))
                      .toList()));
    }
    return options.show(
        session, ledger -> ProtectionListing.of(chosen(ledger.protection()), ledger.capturedAt()));
  }

  private List<ProtectionLine> chosen(List<ProtectionLine> claims) {
    Set<String> verdicts = new TreeSet<>();
    if (late) {
      verdicts.add("late");
    }
    if (never) {
      verdicts.add("never");
    }
    if (unknown) {
      verdicts.add("unknown");
    }
    return claims.stream()
        .filter(claim -> verdicts.isEmpty() || verdicts.contains(claim.verdict()))
        .filter(claim -> of(Subject.parse(claim.namespace())))
        .toList();
  }

  private boolean of(Subject place) {
    return namespace.isEmpty()
        || new Glob(namespace).matches(place.toString())
        || new Glob(namespace).matches(place.name());
  }
}
