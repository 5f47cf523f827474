package dev.poolkeeper.processors.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The exceptions and severities of a configuration. Pure: what they say of a finding depends on
 * code, facts and night alone.
 *
 * <p>Of several exceptions that cover a finding, the first that has not expired speaks. Of several
 * severities, the first that covers it.
 */
public record FindingRules(List<ExceptionRule> exceptions, List<SeverityRule> severities) {

  public static final FindingRules NONE = new FindingRules(List.of(), List.of());

  public FindingRules {
    exceptions = List.copyOf(exceptions);
    severities = List.copyOf(severities);
  }

  public boolean isEmpty() {
    return exceptions.isEmpty() && severities.isEmpty();
  }

  /**
   * @param night the UTC day that the expiry of exceptions is held against
   */
  public Ruling rule(FindingCode code, SubjectFacts facts, LocalDate night) {
    List<Integer> covering =
        IntStream.range(0, exceptions.size())
            .filter(at -> exceptions.get(at).covers(code, facts))
            .boxed()
            .toList();
    List<ExceptionRule> rules = covering.stream().map(exceptions::get).toList();
    Optional<String> exemption =
        rules.stream().filter(r -> !r.expiredOn(night)).findFirst().map(ExceptionRule::note);
    Optional<String> remark =
        exemption.isPresent()
            ? Optional.empty()
            : rules.stream().findFirst().map(ExceptionRule::expiredNote);
    return new Ruling(exemption, remark, severity(code, facts), covering);
  }

  private Optional<Severity> severity(FindingCode code, SubjectFacts facts) {
    return severities.stream()
        .filter(rule -> rule.covers(code, facts))
        .findFirst()
        .map(SeverityRule::severity);
  }
}
