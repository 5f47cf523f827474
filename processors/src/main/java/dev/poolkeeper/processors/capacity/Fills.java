package dev.poolkeeper.processors.capacity;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.finding.Verdict.Undecided;
import dev.poolkeeper.processors.growth.SeriesOutlook;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Night;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What 401, 402 and 403 have in common: a verdict about something that a forecast says fills. */
final class Fills {

  private Fills() {}

  /**
   * The verdict about one subject.
   *
   * @param evidence beside what the forecast itself says
   * @return empty when it does not fill soon enough to be said
   */
  static Optional<Verdict> judge(
      Night night,
      FindingCode code,
      Subject subject,
      SeriesOutlook outlook,
      List<String> evidence,
      Optional<String> exemption) {
    if (outlook.outcome() == SeriesOutlook.Outcome.NOT_MEASURED) {
      return Optional.of(new Undecided(code, subject, stale(outlook)));
    }
    Optional<Severity> severity = FillRating.of(outlook);
    return severity.map(
        how ->
            night.verdict(
                new Candidate(code, subject, OptionalLong.of(0), all(outlook, evidence), exemption)
                    .ofSeverity(how),
                Optional.empty()));
  }

  private static List<String> all(SeriesOutlook outlook, List<String> more) {
    return Stream.concat(FillEvidence.of(outlook).stream(), more.stream()).toList();
  }

  private static Gap stale(SeriesOutlook outlook) {
    return new Gap(
        Gap.Kind.STALE,
        "",
        outlook
            .known()
            .lastDay()
            .map(day -> "how full it is was last seen on " + day)
            .orElse("how full it is was never seen"));
  }
}
