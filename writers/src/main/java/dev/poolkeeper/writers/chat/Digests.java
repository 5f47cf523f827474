package dev.poolkeeper.writers.chat;

import dev.poolkeeper.processors.delivery.NightDigest;
import dev.poolkeeper.processors.delivery.Origin;
import dev.poolkeeper.processors.delivery.WeekDigest;
import dev.poolkeeper.processors.report.FullDateLine;
import dev.poolkeeper.processors.report.NightlyReport;
import dev.poolkeeper.processors.report.Reclaimable;
import dev.poolkeeper.processors.report.SourceLine;
import dev.poolkeeper.writers.chat.DigestContent.Fact;
import dev.poolkeeper.writers.chat.DigestContent.Line;
import dev.poolkeeper.writers.chat.DigestContent.Part;
import dev.poolkeeper.writers.report.NightlyPage;
import dev.poolkeeper.writers.report.NightlyPageAssembler;
import dev.poolkeeper.writers.report.WeeklyPage;
import dev.poolkeeper.writers.report.WeeklyPageAssembler;
import dev.poolkeeper.writers.text.ByteText;
import dev.poolkeeper.writers.text.CountText;
import dev.poolkeeper.writers.text.TextWidth;
import dev.poolkeeper.writers.text.VisibleText;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides what of a report a chat is told. Pure; the same report gives the same content. */
final class Digests {

  private static final int CHANGES = 6;
  private static final int ACTIONS = 5;
  private static final int POOLS = 6;
  private static final int HEADLINES = 6;
  private static final int NAMED = 3;

  /** What a fact says is no headline too. */
  private static final String ROOM = "Soonest full: ";

  /** Names differ at their ends, so these are cut in the middle. */
  private static final int LONGEST_NAME = 160;

  private static final int LONGEST_TEXT = 240;

  private final NightlyPageAssembler nights = NightlyPageAssembler.forPaper(ZoneOffset.UTC);
  private final WeeklyPageAssembler weeks = new WeeklyPageAssembler(ZoneOffset.UTC);

  DigestContent of(NightDigest digest) {
    NightlyReport report = digest.report();
    NightlyPage page = nights.assemble(report);
    return new DigestContent(
        "nightly/" + page.night().date(),
        report.demo() || digest.origin().demo(),
        page.verdict().tag(),
        "Storage of %s, night of %s".formatted(clusters(report), page.night().date()),
        page.verdict().sentence(),
        facts(report, page),
        page.headlines().stream()
            .filter(line -> !line.startsWith(ROOM))
            .limit(HEADLINES)
            .map(Digests::text)
            .toList(),
        List.of(changes(report, page), actions(page)),
        digest.origin().reportUrl().orElse(""),
        origin(digest.origin(), digest.revision()));
  }

  private static String clusters(NightlyReport report) {
    List<String> names =
        report.sources().stream()
            .filter(source -> source.side().equals("cluster"))
            .map(SourceLine::name)
            .sorted()
            .map(VisibleText::of)
            .toList();
    return names.isEmpty() || names.size() > NAMED
        ? CountText.of(names.size(), "cluster")
        : cut(String.join(", ", names), LONGEST_NAME / 2);
  }

  private static List<Fact> facts(NightlyReport report, NightlyPage page) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(
            DigestContent.SCORE,
            "%d of 100, %s".formatted(page.verdict().score(), page.verdict().comparison())));
    facts.add(new Fact("Findings", changed(report)));
    facts.add(new Fact("Soonest full pool", soonest(report)));
    facts.add(new Fact("Reclaimable", reclaimable(report.reclaimable())));
    return facts;
  }

  private static String changed(NightlyReport report) {
    return "%s new, %s confirmed, %s back, %s resolved"
        .formatted(
            CountText.of(report.changes().appeared().size()),
            CountText.of(report.changes().confirmed().size()),
            CountText.of(report.changes().reopened().size()),
            CountText.of(report.changes().resolved().size()));
  }

  /** Always both ends of the band, never one bare date. */
  private static String soonest(NightlyReport report) {
    Optional<FullDateLine> full =
        report.fullDates().stream()
            .filter(line -> line.outlook().equals(FullDateLine.FULL))
            .findFirst();
    if (full.isPresent()) {
      return name(full.get().subject()) + " is full";
    }
    return report.fullDates().stream()
        .filter(line -> line.earliest().isPresent())
        .findFirst()
        .map(
            line ->
                "%s, %s (80 %%)%s"
                    .formatted(
                        name(line.subject()),
                        line.latest()
                            .map(to -> line.earliest().orElseThrow() + " to " + to)
                            .orElse("from %s on".formatted(line.earliest().orElseThrow())),
                        line.orderBy().map(day -> "; order by " + day).orElse("")))
        .orElse(report.fullDates().isEmpty() ? "no pool was read" : "none in sight");
  }

  private static String reclaimable(Reclaimable space) {
    List<String> parts = new ArrayList<>();
    parts.add(ByteText.of(space.eligibleBytes()) + " may be approved");
    if (space.blockedBytes() > 0) {
      parts.add(ByteText.of(space.blockedBytes()) + " blocked");
    }
    if (space.waitingBytes() > 0) {
      parts.add(ByteText.of(space.waitingBytes()) + " to be confirmed");
    }
    if (space.unknown() > 0) {
      parts.add(CountText.of(space.unknown()) + " of unknown size");
    }
    return String.join(", ", parts);
  }

  private static Part changes(NightlyReport report, NightlyPage page) {
    List<Line> lines =
        page.changes().lists().stream()
            .flatMap(
                list ->
                    list.rows().stream()
                        .map(
                            row ->
                                new Line(
                                    list.label().equals("Resolved") ? "✔" : row.severity().mark(),
                                    "%s: %s %s".formatted(list.label(), row.code(), row.name()),
                                    name(row.subject()),
                                    row.space(),
                                    List.of())))
            .toList();
    int all =
        report.changes().appeared().size()
            + report.changes().confirmed().size()
            + report.changes().reopened().size()
            + report.changes().resolved().size();
    List<Line> listed = lines.stream().limit(CHANGES).toList();
    return new Part("What changed", listed, all - listed.size());
  }

  private static Part actions(NightlyPage page) {
    return Part.first(
        "What to do first",
        page.actions().stream()
            .map(
                action ->
                    new Line(
                        action.severity().mark(),
                        "%s %s".formatted(action.code(), action.title()),
                        name(action.subject()),
                        action.space(),
                        List.of(
                            new Fact("Why", text(action.why())),
                            new Fact("Owner", text(action.owner())),
                            new Fact("In the way", text(action.blocked())),
                            new Fact("Next", text(action.next())))))
            .toList(),
        ACTIONS);
  }

  DigestContent of(WeekDigest digest) {
    WeeklyPage page = weeks.assemble(digest.report());
    return new DigestContent(
        "weekly-capacity/" + page.night().date(),
        digest.report().demo() || digest.origin().demo(),
        page.verdict().tag(),
        "Capacity as of " + page.night().date(),
        page.verdict().sentence(),
        page.figures().stream()
            .map(
                figure ->
                    new Fact(
                        figure.label(), text("%s, %s".formatted(figure.count(), figure.meaning()))))
            .toList(),
        page.headlines().stream().limit(HEADLINES).map(Digests::text).toList(),
        List.of(Part.first("Pools", page.pools().stream().map(Digests::pool).toList(), POOLS)),
        digest.origin().reportUrl().orElse(""),
        origin(digest.origin(), digest.revision()));
  }

  private static Line pool(WeeklyPage.Pool pool) {
    return new Line(
        pool.rating().mark(),
        text(pool.full()),
        name(pool.subject()),
        "",
        List.of(
            new Fact("Growth", text(pool.growth())),
            new Fact("Order by", text(pool.orderBy())),
            new Fact(
                "Chance of being full",
                text(
                    pool.chances().stream()
                        .map(chance -> chance.probability() + " within " + chance.within())
                        .reduce((one, other) -> one + ", " + other)
                        .orElse("")))));
  }

  private static String origin(Origin origin, int revision) {
    return "poolkeeper %s, %s, run %d%s"
        .formatted(
            VisibleText.of(origin.version()),
            origin.job(),
            origin.run(),
            revision > 1 ? ", told again (revision %d)".formatted(revision) : "");
  }

  private static String name(String subject) {
    return TextWidth.cutMiddle(VisibleText.of(subject), LONGEST_NAME);
  }

  private static String text(String text) {
    return cut(text, LONGEST_TEXT);
  }

  private static String cut(String text, int most) {
    return TextWidth.cutEnd(VisibleText.of(text), most);
  }
}
