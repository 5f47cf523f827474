package dev.poolkeeper.processors.judge;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.FindingRules;
import dev.poolkeeper.processors.finding.Ruling;
import dev.poolkeeper.processors.finding.Rulings;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Night;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** Says of every candidate of a night what the configuration says of it. Pure; linear. */
public final class ConfiguredRulings {

  private ConfiguredRulings() {}

  /**
   * @param date the night, which the expiry of exceptions is held against
   */
  public static Rulings of(
      Night night, List<Candidate> candidates, FindingRules rules, LocalDate date) {
    if (rules.isEmpty()) {
      return Rulings.NONE;
    }
    FactFinder facts = new FactFinder(night);
    List<Rulings.Entry> entries = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Ruling ruling = rules.rule(candidate.code(), facts.of(candidate.subject()), date);
      if (!ruling.equals(Ruling.NONE)) {
        entries.add(new Rulings.Entry(candidate.code(), candidate.subject(), ruling));
      }
    }
    return new Rulings(entries);
  }

  /**
   * Whether the configuration leaves a finding alone, were it one.
   *
   * @param date the night, which the expiry of exceptions is held against
   */
  public static BiPredicate<FindingCode, Subject> excepted(
      Night night, FindingRules rules, LocalDate date) {
    if (rules.exceptions().isEmpty()) {
      return (code, subject) -> false;
    }
    FactFinder facts = new FactFinder(night);
    return (code, subject) -> rules.rule(code, facts.of(subject), date).exemption().isPresent();
  }
}
