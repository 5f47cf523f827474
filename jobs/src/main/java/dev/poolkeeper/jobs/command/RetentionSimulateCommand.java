package dev.poolkeeper.jobs.command;

import dev.poolkeeper.processors.retention.policy.RetentionPolicies;
import dev.poolkeeper.writers.table.RetentionListing;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code poolkeeper retention simulate}. */
@Command(
    name = "simulate",
    description = {
      "What will be there in some days, under today's tasks or another policy. Nothing is deleted.",
      "Bytes freed by several snapshots are told as a lower and an upper bound."
    },
    mixinStandardHelpOptions = true)
final class RetentionSimulateCommand implements Callable<Integer> {

  private static final int MOST_DAYS = 3_660;

  private final Session session;
  @Mixin private ListOptions options = new ListOptions();

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "1",
      description = "How far ahead (default: ${DEFAULT-VALUE}).")
  private int days = 1;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description =
          "Policies in place of those of the configuration: YAML with poolkeeper.retention, or a"
              + " sanoid.conf.")
  private @Nullable Path policy;

  @Spec private @Nullable CommandSpec spec;

  RetentionSimulateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (days < 1 || days > MOST_DAYS) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "--days is %d, expected 1 to %d".formatted(days, MOST_DAYS));
    }
    Optional<RetentionPolicies> other = Optional.ofNullable(policy).map(session::policies);
    RetentionPolicies policies = other.orElseGet(() -> options.configuration(session).retention());
    return options.show(
        session, ledger -> RetentionListing.simulation(ledger.simulation(policies, days)));
  }
}
