package dev.poolkeeper.processors.delivery;

import dev.poolkeeper.processors.finding.MatchKey;
import dev.poolkeeper.processors.finding.SubjectFacts;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.report.CourseLine;
import dev.poolkeeper.processors.report.RunwayLine;
import dev.poolkeeper.processors.report.WeeklyFacts;
import dev.poolkeeper.processors.report.WeeklyReport;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The part of a weekly report that concerns an audience: the runways of what is theirs. Who made a
 * pool grow, scenarios and how right forecasts were are of pools, and shown to those who may see
 * them whole. Pure.
 */
public final class WeekPart {

  private final Audience audience;

  public WeekPart(Audience audience) {
    this.audience = audience;
  }

  /** Their facts; as they are for those who see all. */
  public WeeklyFacts of(WeeklyFacts facts) {
    if (audience.whole()) {
      return facts;
    }
    List<RunwayLine> own = runways(facts.runways());
    Set<String> subjects = own.stream().map(RunwayLine::subject).collect(Collectors.toSet());
    List<CourseLine> courses =
        facts.courses().stream().filter(course -> subjects.contains(course.subject())).toList();
    return new WeeklyFacts(
        facts.version(),
        facts.demo(),
        facts.date(),
        facts.capturedAt(),
        own,
        List.of(),
        List.of(),
        List.of(),
        facts.firstForecast(),
        courses,
        Map.of());
  }

  /** The same of a report that is made already. */
  public List<RunwayLine> of(WeeklyReport report) {
    return runways(report.runways());
  }

  private List<RunwayLine> runways(List<RunwayLine> lines) {
    return lines.stream().filter(line -> audience.match().matches(facts(line))).toList();
  }

  private static SubjectFacts facts(RunwayLine line) {
    Subject subject = Subject.parse(line.subject());
    SubjectFacts facts = SubjectFacts.of(subject);
    return switch (line.kind()) {
      case RunwayLine.POOL ->
          facts.with(MatchKey.NAS, subject.source()).with(MatchKey.DATASET, subject.name());
      case "nas" -> facts.with(MatchKey.NAS, subject.source());
      case "cluster" -> facts.with(MatchKey.CLUSTER, subject.source());
      case "namespace" ->
          facts.with(MatchKey.CLUSTER, subject.source()).with(MatchKey.NAMESPACE, subject.name());
      case "storage-class" ->
          facts
              .with(MatchKey.CLUSTER, subject.source())
              .with(MatchKey.STORAGE_CLASS, subject.name());
      default -> facts;
    };
  }
}
