package dev.poolkeeper.jobs.weekly;

import dev.poolkeeper.jobs.WeeklyCapacityJob;
import dev.poolkeeper.jobs.delivery.Intents;
import dev.poolkeeper.jobs.delivery.Order;
import dev.poolkeeper.processors.report.NightVerdict;
import dev.poolkeeper.processors.report.WeeklyReport;
import dev.poolkeeper.processors.report.WeeklyReportAssembler;
import dev.poolkeeper.readers.ledger.WeeklyFactsReader;
import dev.poolkeeper.writers.ledger.RunWriter;
import dev.poolkeeper.writers.report.ReportFormat;
import dev.poolkeeper.writers.report.WeeklyReportWriter;
import java.util.Set;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Assembles the weekly report from the marts, keeps its verdict and who is to be told, and writes
 * it in the formats of the configuration.
 */
public final class WeeklyReportTasklet implements Tasklet {

  private final WeeklyFactsReader facts;
  private final RunWriter runs;
  private final WeeklyReportWriter writer;
  private final Set<ReportFormat> formats;
  private final Intents intents;

  /**
   * @param formats what it is written as
   */
  public WeeklyReportTasklet(
      WeeklyFactsReader facts,
      RunWriter runs,
      WeeklyReportWriter writer,
      Set<ReportFormat> formats,
      Intents intents) {
    this.facts = facts;
    this.runs = runs;
    this.writer = writer;
    this.formats = Set.copyOf(formats);
    this.intents = intents;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    WeeklyParameters week = WeeklyParameters.of(context);
    WeeklyReport report =
        new WeeklyReportAssembler().assemble(facts.read(week.run(), week.night(), week.demo()));
    runs.concluded(week.run(), report.verdict() != NightVerdict.INCOMPLETE, report.verdict());
    intents.weekly(
        new Order(WeeklyCapacityJob.NAME, week.run(), week.night(), week.told().telling()), report);
    contribution.incrementWriteCount(writer.write(report, week.out(), formats).size());
    return RepeatStatus.FINISHED;
  }
}
