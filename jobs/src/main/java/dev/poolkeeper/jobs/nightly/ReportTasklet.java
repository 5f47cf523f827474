package dev.poolkeeper.jobs.nightly;

import dev.poolkeeper.processors.report.NightlyReport;
import dev.poolkeeper.processors.report.NightlyReportAssembler;
import dev.poolkeeper.readers.ledger.NightFactsReader;
import dev.poolkeeper.writers.report.NightlyReportWriter;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Assembles the night's report from the marts and writes it in the formats of the run. */
public final class ReportTasklet implements Tasklet {

  private final NightFactsReader facts;
  private final NightlyReportAssembler assembler;
  private final NightlyReportWriter writer;

  public ReportTasklet(
      NightFactsReader facts, NightlyReportAssembler assembler, NightlyReportWriter writer) {
    this.facts = facts;
    this.assembler = assembler;
    this.writer = writer;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    NightParameters night = NightParameters.of(context);
    NightlyReport report = assembler.assemble(facts.read(night.date(), night.demo()));
    contribution.incrementWriteCount(writer.write(report, night.out(), night.formats()).size());
    return RepeatStatus.FINISHED;
  }
}
