package dev.poolkeeper.processors.finding;

import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.finding.Verdict.Undecided;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Carries findings from one night to the next.
 *
 * <p>Age counts from the first night on which the subject was seen missing, never from its
 * creation. A night without complete knowledge neither confirms nor resolves: the finding keeps its
 * last state and says why. Deterministic; the order of the input does not matter.
 */
public final class FindingLifecycle {

  private final FindingPolicy policy;
  private final Instant asOf;

  /**
   * @param asOf when the inventory of this night was taken
   */
  public FindingLifecycle(FindingPolicy policy, Instant asOf) {
    this.policy = policy;
    this.asOf = asOf;
  }

  /** The findings of a night of which the configuration says nothing. */
  public List<Finding> advance(List<Finding> latest, Judgements judgements) {
    return advance(latest, judgements, Rulings.NONE);
  }

  /**
   * The findings of this night.
   *
   * @param latest the newest earlier state of every finding, resolved ones included
   * @param rulings what the configuration says of tonight's candidates
   * @return sorted by severity, code and subject; findings resolved earlier are left out
   */
  public List<Finding> advance(List<Finding> latest, Judgements judgements, Rulings rulings) {
    Map<String, Finding> earlier = new HashMap<>();
    latest.forEach(finding -> earlier.put(finding.fingerprint(), finding));
    List<Finding> tonight = new ArrayList<>();
    Set<String> judged = new HashSet<>();
    for (Candidate candidate : judgements.candidates()) {
      Finding finding = seen(candidate, earlier, rulings.of(candidate.code(), candidate.subject()));
      tonight.add(finding);
      judged.add(finding.fingerprint());
    }
    for (Finding finding : latest) {
      if (finding.open() && judged.add(finding.fingerprint())) {
        tonight.add(unseen(finding, judgements.gap(finding.code(), finding.subject())));
      }
    }
    for (Undecided undecided : judgements.undecided()) {
      boolean tellUser = undecided.gap().kind() == Gap.Kind.UNRESOLVED;
      if (tellUser && judged.add(undecided.code().code() + ":" + undecided.subject())) {
        tonight.add(unknown(undecided));
      }
    }
    tonight.sort(
        Comparator.comparing(Finding::severity)
            .thenComparing(Finding::code)
            .thenComparing(Finding::subject));
    return tonight;
  }

  private Finding seen(Candidate candidate, Map<String, Finding> earlier, Ruling ruling) {
    Optional<Finding> before =
        Optional.ofNullable(earlier.get(candidate.code().code() + ":" + candidate.subject()));
    Optional<Finding> episode = before.filter(f -> f.open() && f.nights() > 0);
    int nights = episode.map(Finding::nights).orElse(0) + 1;
    Instant firstSeenAt = episode.map(Finding::firstSeenAt).orElse(asOf);
    boolean confirmed = confirmed(candidate.code(), nights, firstSeenAt);
    Optional<String> exemption = candidate.exemption().or(ruling::exemption);
    boolean excepted = exemption.isPresent();
    return new Finding(
        candidate.code(),
        candidate.subject(),
        excepted ? FindingStatus.EXCEPTED : status(before, episode),
        confirmed && !excepted
            ? ruling.severity().or(candidate::severity).orElse(candidate.code().severity())
            : Severity.INFO,
        confirmed,
        firstSeenAt,
        asOf,
        nights,
        candidate.reclaimableBytes(),
        candidate.evidence(),
        exemption.or(() -> both(progress(confirmed, nights), ruling.remark())),
        candidate.cause());
  }

  private static FindingStatus status(Optional<Finding> before, Optional<Finding> episode) {
    if (episode.isPresent()) {
      return FindingStatus.PERSISTING;
    }
    boolean resolvedBefore = before.filter(f -> !f.open()).isPresent();
    return resolvedBefore ? FindingStatus.REOPENED : FindingStatus.NEW;
  }

  private boolean confirmed(FindingCode code, int nights, Instant firstSeenAt) {
    return !code.needsConfirmation()
        || (nights >= policy.confirmRuns()
            && Duration.between(firstSeenAt, asOf).compareTo(policy.grace()) >= 0);
  }

  private Optional<String> progress(boolean confirmed, int nights) {
    if (confirmed) {
      return Optional.empty();
    }
    return nights < policy.confirmRuns()
        ? Optional.of("seen %d of %d".formatted(nights, policy.confirmRuns()))
        : Optional.of("younger than %d h".formatted(policy.grace().toHours()));
  }

  private static Optional<String> both(Optional<String> first, Optional<String> second) {
    return first.isPresent() && second.isPresent()
        ? Optional.of(first.get() + "; " + second.get())
        : first.or(() -> second);
  }

  private Finding unseen(Finding finding, Optional<Gap> gap) {
    FindingStatus status = gap.map(FindingLifecycle::withheld).orElse(FindingStatus.RESOLVED);
    return new Finding(
        finding.code(),
        finding.subject(),
        status,
        finding.severity(),
        finding.confirmed(),
        finding.firstSeenAt(),
        finding.lastSeenAt(),
        finding.nights(),
        finding.reclaimableBytes(),
        finding.evidence(),
        gap.map(Gap::reason),
        finding.cause());
  }

  private static FindingStatus withheld(Gap gap) {
    return gap.kind() == Gap.Kind.HELD ? FindingStatus.HELD : FindingStatus.UNDECIDED;
  }

  private Finding unknown(Undecided undecided) {
    return new Finding(
        undecided.code(),
        undecided.subject(),
        FindingStatus.UNDECIDED,
        Severity.INFO,
        false,
        asOf,
        asOf,
        0,
        OptionalLong.empty(),
        List.of(undecided.gap().reason()),
        Optional.of("cannot be judged"),
        Optional.empty());
  }
}
