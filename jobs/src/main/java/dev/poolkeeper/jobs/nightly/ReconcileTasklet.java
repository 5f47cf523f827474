package dev.poolkeeper.jobs.nightly;

import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.reconcile.Match;
import dev.poolkeeper.processors.reconcile.Reconciliation;
import dev.poolkeeper.writers.ledger.HeldWriter;
import dev.poolkeeper.writers.ledger.LedgerWriter;
import dev.poolkeeper.writers.ledger.MatchWriter;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Joins what was read, and makes the ledger say so of this night. */
public final class ReconcileTasklet implements Tasklet {

  /** What keeps the join, what is not believed, and the objects themselves. */
  public record Writers(MatchWriter matches, HeldWriter held, LedgerWriter ledger) {}

  private final TonightsInventory tonight;
  private final Trust trust;
  private final Writers writers;

  public ReconcileTasklet(TonightsInventory tonight, Trust trust, Writers writers) {
    this.tonight = tonight;
    this.trust = trust;
    this.writers = writers;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    NightParameters night = NightParameters.of(context);
    // the database takes in the objects while they are read and joined here
    List<Capture> captures = tonight.prepare(night.run());
    writers.ledger().absorb(night.run(), night.date(), captures);
    Inventory inventory = tonight.inventory(night.run());
    Reconciliation join = tonight.join(night.run());
    List<Match> joined = join.matches();
    Map<String, String> held = trust.held(inventory, join, night.date());
    writers.matches().write(night.run(), joined);
    writers.held().write(night.run(), held);
    writers.ledger().conclude(night.run(), night.date(), inventory, held.keySet());
    contribution.incrementWriteCount(joined.size());
    return RepeatStatus.FINISHED;
  }
}
