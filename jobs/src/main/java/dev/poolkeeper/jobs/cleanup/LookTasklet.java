package dev.poolkeeper.jobs.cleanup;

import dev.poolkeeper.jobs.approval.OutsideApprovals;
import dev.poolkeeper.jobs.cleanup.CleanupReport.Result;
import dev.poolkeeper.jobs.configuration.CleanupSettings;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.nightly.InventorySources;
import dev.poolkeeper.jobs.nightly.Trust;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.proposal.ApprovalMode;
import dev.poolkeeper.processors.proposal.Execution;
import dev.poolkeeper.processors.proposal.Plan;
import dev.poolkeeper.processors.proposal.Proposal;
import dev.poolkeeper.processors.proposal.ProposalOnFile;
import dev.poolkeeper.processors.proposal.ProposalState;
import dev.poolkeeper.processors.proposal.Refused;
import dev.poolkeeper.processors.proposal.Stage;
import dev.poolkeeper.processors.proposal.Transition;
import dev.poolkeeper.processors.reconcile.Reconciler;
import dev.poolkeeper.processors.reconcile.Reconciliation;
import dev.poolkeeper.readers.ledger.FindingReader;
import dev.poolkeeper.readers.ledger.IdentityReader;
import dev.poolkeeper.readers.ledger.LedgerHistory;
import dev.poolkeeper.readers.ledger.ProposalReader;
import dev.poolkeeper.readers.ledger.ThreadReader;
import dev.poolkeeper.writers.http.CallContext;
import dev.poolkeeper.writers.ledger.ProposalWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads everything anew and begins those approved plans that still are what was approved. Without
 * {@code --execute} it only says what would be begun.
 */
public final class LookTasklet implements Tasklet {

  private final InventorySources sources;
  private final Trust trust;
  private final JdbcClient jdbc;
  private final ProposalWriter writer;
  private final Hands hands;
  private final Configuration configuration;
  private final CleanupReport report;
  private final CallContext calls;
  private final Execution execution;

  public LookTasklet(
      InventorySources sources,
      Trust trust,
      JdbcClient jdbc,
      ProposalWriter writer,
      Hands hands,
      Configuration configuration,
      CleanupReport report,
      CallContext calls) {
    this.sources = sources;
    this.trust = trust;
    this.jdbc = jdbc;
    this.writer = writer;
    this.hands = hands;
    this.configuration = configuration;
    this.report = report;
    this.calls = calls;
    this.execution = new Execution(configuration.proposals().policy());
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    CleanupParameters parameters = CleanupParameters.of(context);
    OutsideApprovals outside =
        new OutsideApprovals(
            new ProposalReader(jdbc),
            writer,
            new ThreadReader(jdbc)::reference,
            configuration,
            calls);
    outside.file().forEach(report::remark);
    outside.tickets().forEach(report::remark);
    List<ProposalOnFile> wanted =
        new ProposalReader(jdbc)
            .open().stream()
                .filter(
                    one ->
                        one.proposal().state() == ProposalState.APPROVED
                            || one.proposal().state() == ProposalState.RUNNING)
                .toList();
    if (!wanted.isEmpty()) {
      Instant now = calls.clock().instant();
      Inventory inventory = FreshInventory.read(sources.open(parameters.from(), now));
      ApprovedSystems systems = new ApprovedSystems(inventory, new IdentityReader(jdbc)::on);
      Recheck recheck = recheck(inventory, parameters, now);
      Allowance allowance = new Allowance(configuration.cleanup());
      for (ProposalOnFile one : wanted) {
        Optional<String> replaced = systems.replaced(one.proposal());
        if (replaced.isPresent()) {
          refused(one, parameters.execute(), replaced.get());
        } else {
          look(one, recheck, allowance, parameters.execute());
        }
      }
    }
    contribution.incrementWriteCount(wanted.size());
    return RepeatStatus.FINISHED;
  }

  private Recheck recheck(Inventory inventory, CleanupParameters parameters, Instant now) {
    Reconciliation join = Reconciler.reconcile(inventory);
    return new Recheck(
        inventory,
        join,
        trust.held(inventory, join, parameters.night()),
        new LedgerHistory(jdbc, parameters.night()),
        new FindingReader(jdbc).ofNight(parameters.night()),
        configuration,
        now);
  }

  private void look(ProposalOnFile known, Recheck recheck, Allowance allowance, boolean execute) {
    Proposal proposal = known.proposal();
    Optional<Plan> fresh = recheck.plan(proposal);
    try {
      if (proposal.state() == ProposalState.RUNNING) {
        execution.resume(proposal, fresh);
        if (!execute) {
          report.say(proposal, Result.WOULD, "be gone on with: its cleanup was killed");
        }
        return;
      }
      ApprovalMode mode =
          fresh
              .map(plan -> recheck.mode(proposal, plan, proposal.stage()))
              .orElse(ApprovalMode.NEVER);
      Transition begun = execution.start(proposal, fresh, mode, calls.clock().instant());
      Optional<String> nobody = execute ? nobodyFor(begun.proposal()) : Optional.empty();
      if (nobody.isPresent()) {
        report.say(proposal, Result.REFUSED, nobody.get());
      } else if (!allowance.takes(begun.proposal())) {
        report.say(proposal, Result.LEFT, allowance.words());
      } else if (execute) {
        writer.change(known, begun, mode);
      } else {
        report.say(proposal, Result.WOULD, words(begun.proposal()));
      }
    } catch (Refused refused) {
      refused(known, execute, String.valueOf(refused.getMessage()));
    }
  }

  private Optional<String> nobodyFor(Proposal proposal) {
    return proposal.plan().steps(proposal.stage()).stream()
        .map(step -> step.target().source())
        .filter(source -> !hands.has(source))
        .findFirst()
        .map(source -> source + " has no executor in the configuration: nobody may act there");
  }

  private static String words(Proposal proposal) {
    int steps = proposal.plan().steps(proposal.stage()).size();
    return "be %s: %d %s"
        .formatted(
            proposal.stage() == Stage.QUARANTINE ? "put out of reach" : "destroyed",
            steps,
            steps == 1 ? "step" : "steps");
  }

  /** What was killed half-way and may not go on has failed; what was not begun stays as it is. */
  private void refused(ProposalOnFile known, boolean execute, String why) {
    Proposal proposal = known.proposal();
    if (execute && proposal.state() == ProposalState.RUNNING) {
      String words = "its cleanup was killed and may not go on: " + why;
      writer.change(
          known, execution.failed(proposal, false, words, calls.clock().instant()), known.mode());
      report.say(proposal, Result.FAILED, words);
    } else {
      report.say(proposal, Result.REFUSED, why);
    }
  }

  /** What one run may still do. */
  private static final class Allowance {
    private final CleanupSettings limits;
    private long steps;
    private long bytes;
    private String words = "";

    Allowance(CleanupSettings limits) {
      this.limits = limits;
    }

    boolean takes(Proposal proposal) {
      int more = proposal.plan().steps(proposal.stage()).size();
      long freed =
          proposal.stage() == Stage.DESTROY ? proposal.plan().reclaim().atMost().orElse(0) : 0;
      boolean unknown =
          proposal.stage() == Stage.DESTROY && proposal.plan().reclaim().atMost().isEmpty();
      if (steps + more > limits.maxSteps()) {
        words = "cleanup.max-steps (%d) is reached".formatted(limits.maxSteps());
        return false;
      }
      if (limits.maxBytes().isPresent()
          && (unknown || bytes + freed > limits.maxBytes().getAsLong())) {
        words =
            unknown
                ? "how much it frees is not known, and cleanup.max-bytes is set"
                : "cleanup.max-bytes is reached";
        return false;
      }
      steps += more;
      bytes += freed;
      return true;
    }

    String words() {
      return words;
    }
  }
}
