package dev.poolkeeper.processors.health;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.CaptureProblem;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * 603: a source that refused part of what was asked. One finding per source; needs nothing, for the
 * refusal itself is the knowledge.
 */
final class RightsMissing implements Rule {

  private final Night night;

  RightsMissing(Night night) {
    this.night = night;
  }

  @Override
  public FindingCode code() {
    return FindingCode.RIGHTS_MISSING;
  }

  @Override
  public Stream<Verdict> judge() {
    Map<String, TreeSet<String>> bySource = new TreeMap<>();
    for (Capture capture : night.inventory().captures()) {
      capture.problems().stream()
          .filter(CaptureProblem::refused)
          .map(CaptureProblem::toString)
          .forEach(
              text -> bySource.computeIfAbsent(capture.source(), s -> new TreeSet<>()).add(text));
    }
    return bySource.entrySet().stream()
        .map(
            refused ->
                night.verdict(
                    code(),
                    Subject.ofSource(refused.getKey()),
                    List.copyOf(refused.getValue()),
                    Optional.empty()));
  }
}
