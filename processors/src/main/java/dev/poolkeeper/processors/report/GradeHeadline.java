package dev.poolkeeper.processors.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The grades of all sources in one sentence. */
final class GradeHeadline {

  private GradeHeadline() {}

  /** {@code Grades: prod-a A (98), nas1 C (73, -6), nas2 not judged}; empty without sources. */
  static Optional<String> of(List<SourceScoreLine> scores) {
    return scores.isEmpty()
        ? Optional.empty()
        : Optional.of(
            scores.stream()
                .map(GradeHeadline::text)
                .collect(Collectors.joining(", ", "Grades: ", "")));
  }

  private static String text(SourceScoreLine line) {
    if (line.score().isEmpty() || line.grade().isEmpty()) {
      return line.source() + " not judged";
    }
    int delta = line.delta().orElse(0);
    return "%s %s (%d%s)"
        .formatted(
            line.source(),
            line.grade().get(),
            line.score().getAsInt(),
            delta == 0 ? "" : ", %+d".formatted(delta));
  }
}
