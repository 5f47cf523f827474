package dev.poolkeeper.writers.mail;

import dev.poolkeeper.processors.delivery.FullDates;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.report.NightVerdict;
import dev.poolkeeper.processors.report.NightlyReport;
import dev.poolkeeper.processors.report.RunwayLine;
import dev.poolkeeper.processors.report.SourceLine;
import dev.poolkeeper.processors.report.WeeklyReport;
import dev.poolkeeper.writers.text.ByteText;
import dev.poolkeeper.writers.text.CountText;
import dev.poolkeeper.writers.text.TextWidth;
import dev.poolkeeper.writers.text.VisibleText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The line that is read in the list of mails: {@code [storage][prod-a][ATTENTION] nightly
 * 2026-02-11: +3 findings, 412 GiB reclaimable, tank full in 24 to 53 d}.
 */
final class MailSubject {

  /** Lists of mails cut far earlier; this only keeps names from making it endless. */
  private static final int LONGEST = 150;

  private static final int NAMED = 2;

  private final String tag;

  /**
   * @param tag the word in the first brackets; empty: none
   */
  MailSubject(String tag) {
    this.tag = tag;
  }

  String nightly(
      NightlyReport report, NightVerdict verdict, MailScope scope, List<FullDates> full) {
    List<String> facts = new ArrayList<>();
    int appeared = report.changes().appeared().size() + report.changes().reopened().size();
    if (appeared > 0) {
      facts.add("+" + CountText.of(appeared, "finding"));
    }
    if (!report.changes().resolved().isEmpty()) {
      facts.add(CountText.of(report.changes().resolved().size()) + " resolved");
    }
    if (report.reclaimable().confirmedBytes() > 0) {
      facts.add(ByteText.of(report.reclaimable().confirmedBytes()) + " reclaimable");
    }
    full.stream()
        .findFirst()
        .ifPresent(first -> facts.add(pool(first, report) + " " + FullText.days(first)));
    if (facts.isEmpty()) {
      facts.add(verdict == NightVerdict.OK ? "all is well" : "nothing new");
    }
    List<String> clusters =
        report.sources().stream()
            .filter(source -> source.side().equals("cluster"))
            .map(SourceLine::name)
            .sorted()
            .toList();
    return subject(
        report.demo(),
        scope.words().isEmpty() ? where(clusters) : scope.words(),
        verdict,
        "nightly " + report.date(),
        facts);
  }

  String weekly(WeeklyReport report, NightVerdict verdict, MailScope scope) {
    Optional<RunwayLine> soonest =
        report.runways().stream()
            .filter(line -> line.full().earliest().isPresent())
            .min(
                java.util.Comparator.<RunwayLine, LocalDate>comparing(
                        line -> line.full().earliest().orElseThrow())
                    .thenComparing(RunwayLine::subject));
    List<String> facts = new ArrayList<>();
    soonest.ifPresent(line -> facts.add(full(line, report.date())));
    if (facts.isEmpty()) {
      facts.add(
          verdict == NightVerdict.INCOMPLETE ? "not every runway is known" : "room everywhere");
    }
    return subject(
        report.demo(), scope.words(), verdict, "weekly-capacity " + report.date(), facts);
  }

  private static String full(RunwayLine line, LocalDate night) {
    FullDates dates =
        new FullDates(
            line.subject(),
            night,
            line.full().earliest().orElseThrow(),
            line.full().likely(),
            line.full().latest());
    return name(Subject.parse(line.subject())) + " " + FullText.days(dates);
  }

  private static String name(Subject subject) {
    return subject.path().isEmpty() ? subject.source() : subject.name();
  }

  private static String pool(FullDates full, NightlyReport report) {
    Subject subject = Subject.parse(full.subject());
    long nas = report.sources().stream().filter(s -> s.side().equals("nas")).count();
    return nas > 1 ? subject.source() + "/" + subject.name() : subject.name();
  }

  private static String where(List<String> clusters) {
    return clusters.size() <= NAMED
        ? String.join(", ", clusters)
        : CountText.of(clusters.size(), "cluster");
  }

  private String subject(
      boolean demo, String where, NightVerdict verdict, String what, List<String> facts) {
    StringBuilder line = new StringBuilder(demo ? "[DEMO]" : "");
    for (String bracket : List.of(tag, where, verdict.toString())) {
      if (!bracket.isEmpty()) {
        line.append('[').append(bracket).append(']');
      }
    }
    line.append(' ').append(what).append(": ").append(String.join(", ", facts));
    return TextWidth.cutEnd(VisibleText.of(line.toString()), LONGEST);
  }
}
