package dev.poolkeeper.jobs.command;

import dev.poolkeeper.processors.report.RetentionLine;
import dev.poolkeeper.writers.table.RetentionListing;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code poolkeeper retention} and {@code poolkeeper retention list}. */
@Command(
    name = "retention",
    description = "Snapshots against what tasks and policies promise, per dataset and per task.",
    footer = "Next: poolkeeper retention simulate --days 7; poolkeeper snapshots --overdue.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "[COMMAND]")
class RetentionCommand implements Callable<Integer> {

  /** The same under its full name. */
  @Command(
      name = "list",
      description = "What the night found, per dataset and per task.",
      mixinStandardHelpOptions = true)
  static final class ListCommand extends RetentionCommand {
    ListCommand(Session session) {
      super(session);
    }
  }

  private final Session session;
  @Mixin private ListOptions options = new ListOptions();

  @Option(
      names = "--subject",
      paramLabel = "TEXT",
      description = "Only datasets and tasks that contain this.")
  private String subject = "";

  RetentionCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return options.show(session, ledger -> RetentionListing.of(wanted(ledger.retention())));
  }

  private List<RetentionLine> wanted(Stream<RetentionLine> lines) {
    return lines.filter(line -> line.subject().contains(subject)).toList();
  }
}
