package dev.poolkeeper.jobs.command;

import dev.poolkeeper.writers.report.ReportFormat;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Where a run has left its report: the page that people open comes last. */
final class ReportPaths {

  private ReportPaths() {}

  static List<Path> of(Path folder, String job, Set<ReportFormat> formats) {
    return formats.stream()
        .sorted(Comparator.reverseOrder())
        .map(format -> folder.resolve(format.file(job)))
        .toList();
  }
}
