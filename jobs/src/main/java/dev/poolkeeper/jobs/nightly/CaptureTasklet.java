package dev.poolkeeper.jobs.nightly;

import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.CaptureProblem;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.readers.source.InventorySource;
import dev.poolkeeper.readers.source.SourceReader;
import dev.poolkeeper.writers.ledger.StagingWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Reads all kinds of one source into staging. Bad content never fails the step; it is recorded. */
public final class CaptureTasklet implements Tasklet {

  /** What tells who a source is; a broken estate file makes that unsure for every source. */
  private static final Set<ObjectKind> IDENTITY =
      Set.of(ObjectKind.NAMESPACE, ObjectKind.NAS_SYSTEM);

  private final StagingWriter staging;
  private final InventorySources sources;

  public CaptureTasklet(StagingWriter staging, InventorySources sources) {
    this.staging = staging;
    this.sources = sources;
  }

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
    NightParameters night = NightParameters.of(context);
    String source = SourcePartitioner.source(context.getStepContext().getStepName());
    InventorySource inventory = sources.open(night.from(), night.capturedAt());
    try (SourceReader reader = inventory.open(source)) {
      for (ObjectKind kind : ObjectKind.of(inventory.estate().sideOf(source))) {
        staging.stage(
            night.run(),
            source,
            kind,
            sink -> withEstateProblems(reader.read(kind, sink), inventory.problems()));
      }
      staging.contact(night.run(), reader.contact());
    }
    return RepeatStatus.FINISHED;
  }

  private static Capture withEstateProblems(Capture capture, List<CaptureProblem> problems) {
    if (problems.isEmpty() || !IDENTITY.contains(capture.kind())) {
      return capture;
    }
    List<CaptureProblem> all = new ArrayList<>(problems);
    all.addAll(capture.problems());
    boolean wasComplete = capture.status() == CaptureStatus.COMPLETE;
    return new Capture(
        capture.source(),
        capture.kind(),
        wasComplete ? CaptureStatus.PARTIAL : capture.status(),
        capture.rows(),
        capture.millis(),
        all);
  }
}
