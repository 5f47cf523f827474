package dev.poolkeeper.jobs.nightly;

import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.reconcile.Match;
import dev.poolkeeper.writers.ledger.LedgerWriter;
import dev.poolkeeper.writers.ledger.MatchWriter;
import java.util.List;
import java.util.Set;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Joins what was read, and makes the ledger say so of this night. */
public final class ReconcileTasklet implements Tasklet {

  private final TonightsInventory tonight;
  private final Trust trust;
  private final MatchWriter matches;
  private final LedgerWriter ledger;

  public ReconcileTasklet(
      TonightsInventory tonight, Trust trust, MatchWriter matches, LedgerWriter ledger) {
    this.tonight = tonight;
    this.trust = trust;
    this.matches = matches;
    this.ledger = ledger;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    NightParameters night = NightParameters.of(context);
    // the database takes in the objects while they are read and joined here
    tonight.prepare(night.run());
    Inventory outline = tonight.outline(night.run());
    Set<String> held = trust.held(outline, night.date()).keySet();
    ledger.absorb(night.run(), night.date(), outline.captures(), held);
    List<Match> joined = tonight.join(night.run()).matches();
    matches.write(night.run(), joined);
    ledger.absorbMatches(night.run(), night.date(), outline, held);
    contribution.incrementWriteCount(joined.size());
    return RepeatStatus.FINISHED;
  }
}
