package dev.poolkeeper.processors.matter;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.poolkeeper.processors.delivery.Grouping;
import dev.poolkeeper.processors.delivery.Route;
import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingStatus;
import dev.poolkeeper.processors.finding.ProbableCause;
import dev.poolkeeper.processors.finding.SubjectFacts;
import dev.poolkeeper.processors.report.ActionLine;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The findings of a night as matters of a channel: those that one of its routes takes, one by one
 * or together.
 */
public final class FindingMatters implements NoticePlanner.Ends {

  /** What all findings beyond the cap are known by. */
  public static final String REST = "more";

  /** More of a list is not read. */
  private static final int SHOWN = 25;

  private final List<Finding> findings;
  private final Map<String, SubjectFacts> scopes;
  private final List<Route> routes;
  private final Grouping grouping;

  /**
   * @param findings of the night, resolved ones included
   * @param scopes what is known of their subjects, by fingerprint
   */
  public FindingMatters(
      List<Finding> findings,
      Map<String, SubjectFacts> scopes,
      List<Route> routes,
      Grouping grouping) {
    this.findings = List.copyOf(findings);
    this.scopes = Map.copyOf(scopes);
    this.routes = List.copyOf(routes);
    this.grouping = grouping;
  }

  /** What is open, the most urgent first, and a group before the first of its members. */
  public List<Standing> standings() {
    List<Finding> taken =
        findings.stream().filter(this::taken).sorted(ActionLine.BY_WEIGHT).toList();
    Map<String, List<Finding>> groups =
        taken.stream().collect(groupingBy(FindingMatters::group, LinkedHashMap::new, toList()));
    return switch (grouping) {
      case NONE -> taken.stream().map(finding -> single(finding, Optional.empty())).toList();
      case CODE -> groups.values().stream().map(FindingMatters::together).toList();
      case NESTED -> taken.stream().flatMap(finding -> nested(finding, groups)).toList();
    };
  }

  private static Stream<Standing> nested(Finding finding, Map<String, List<Finding>> groups) {
    String group = group(finding);
    List<Finding> members = groups.getOrDefault(group, List.of());
    Standing single = single(finding, Optional.of(group));
    return members.get(0).equals(finding)
        ? Stream.of(together(members), single)
        : Stream.of(single);
  }

  private static Standing single(Finding finding, Optional<String> group) {
    return standing(finding.fingerprint(), group, Titles.of(finding), List.of(finding));
  }

  private static Standing together(List<Finding> members) {
    return standing(group(members.get(0)), Optional.empty(), Titles.ofGroup(members), members);
  }

  private static String group(Finding finding) {
    return finding.code().code() + "@" + finding.subject().source();
  }

  private boolean taken(Finding finding) {
    SubjectFacts facts =
        scopes.getOrDefault(finding.fingerprint(), SubjectFacts.of(finding.subject()));
    return routes.stream().anyMatch(route -> route.takes(finding, facts));
  }

  /** One matter of all that are beyond the cap. */
  public Standing rest(List<Standing> beyond) {
    Map<String, Finding> known =
        findings.stream().collect(toMap(Finding::fingerprint, f -> f, (a, b) -> a));
    List<Finding> all =
        beyond.stream()
            .flatMap(standing -> standing.material().members().stream())
            .distinct()
            .map(known::get)
            .sorted(ActionLine.BY_WEIGHT)
            .toList();
    return standing(REST, Optional.empty(), Titles.ofRest(all), all);
  }

  private static Standing standing(
      String topic, Optional<String> group, String title, List<Finding> members) {
    return new Standing(
        topic,
        group,
        title,
        new Material(
            members.get(0).severity(),
            members.size() == 1
                ? members.get(0).cause().map(ProbableCause::cause).map(cause -> cause.word())
                : Optional.empty(),
            Optional.empty(),
            freed(members),
            members.stream().map(Finding::fingerprint).toList()),
        members.stream().limit(SHOWN).map(Finding::fingerprint).toList(),
        Math.max(0, members.size() - SHOWN),
        members.stream().anyMatch(finding -> finding.status().seen()));
  }

  /** Of several the sum of those that are known; unknown only when none is. */
  private static OptionalLong freed(Collection<Finding> members) {
    long[] known =
        members.stream()
            .map(Finding::reclaimableBytes)
            .filter(OptionalLong::isPresent)
            .mapToLong(OptionalLong::getAsLong)
            .toArray();
    return known.length == 0
        ? OptionalLong.empty()
        : OptionalLong.of(LongStream.of(known).reduce(0, Math::addExact));
  }

  @Override
  public Optional<String> why(LastTold told) {
    if (told.topic().equals(REST)) {
      return Optional.of("each of them is told on its own by now, or is over");
    }
    List<Finding> members =
        findings.stream().filter(f -> told.material().members().contains(f.fingerprint())).toList();
    if (members.stream().anyMatch(FindingMatters::notKnown)) {
      return Optional.empty();
    }
    if (members.size() == 1 && told.material().members().size() == 1) {
      return Optional.of(why(members.get(0)));
    }
    return Optional.of(
        members.stream().allMatch(f -> !f.open())
            ? "resolved: looked for with complete knowledge, and gone"
            : "none of it is open, believed and of this channel any more");
  }

  private static boolean notKnown(Finding finding) {
    return finding.status() == FindingStatus.HELD || finding.status() == FindingStatus.UNDECIDED;
  }

  private static String why(Finding finding) {
    if (!finding.open()) {
      return "resolved: looked for with complete knowledge, and gone";
    }
    if (finding.status() == FindingStatus.EXCEPTED) {
      return "left alone" + finding.note().map(": "::concat).orElse("");
    }
    return "still open as %s, and no longer of this channel's routes"
        .formatted(finding.severity().word());
  }

  @Override
  public String title(LastTold told) {
    Optional<Finding> only =
        told.material().members().size() == 1
            ? findings.stream()
                .filter(f -> f.fingerprint().equals(told.material().members().get(0)))
                .findFirst()
            : Optional.empty();
    return only.map(Titles::of).orElseGet(() -> Titles.ofTopic(told.topic()));
  }
}
