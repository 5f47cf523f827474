package dev.poolkeeper.writers.mail;

import dev.poolkeeper.processors.delivery.FullDates;
import dev.poolkeeper.processors.delivery.Room;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.report.CourseLine;
import dev.poolkeeper.processors.report.NightVerdict;
import dev.poolkeeper.processors.report.NightlyReport;
import dev.poolkeeper.writers.chart.CoursePicture;
import dev.poolkeeper.writers.mail.MailPage.Fact;
import dev.poolkeeper.writers.mail.MailPage.Figure;
import dev.poolkeeper.writers.mail.MailPage.Item;
import dev.poolkeeper.writers.mail.MailPage.Line;
import dev.poolkeeper.writers.mail.MailPage.Section;
import dev.poolkeeper.writers.report.NightlyPage;
import dev.poolkeeper.writers.report.NightlyPage.Count;
import dev.poolkeeper.writers.report.NightlyPage.Tag;
import dev.poolkeeper.writers.report.NightlyPageAssembler;
import dev.poolkeeper.writers.report.Tags;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * The mail of a night: one glance first, then what changed, what to do, and what there is; the
 * report has the rest. Pure; the same report gives the same mail.
 */
public final class NightlyMail {

  private static final int CHANGES = 8;
  private static final int POOLS = 6;
  private static final int WARNINGS = 6;

  private final NightlyPageAssembler pages;
  private final MailTemplates templates = new MailTemplates();
  private final CoursePicture.Maker charts = new CoursePicture.Maker();
  private final MailSubject subjects;

  /**
   * @param displayZone zone of the capture time
   * @param tag the word in the subject's first brackets
   */
  public NightlyMail(ZoneId displayZone, String tag) {
    this.pages = NightlyPageAssembler.forPaper(displayZone);
    this.subjects = new MailSubject(tag);
  }

  /** The verdict that a mail has: nothing is well while not all was seen. */
  public static NightVerdict verdict(NightVerdict own, boolean incomplete) {
    return incomplete ? NightVerdict.INCOMPLETE : own;
  }

  /**
   * @param report the part of the night that is the recipient's
   * @param room what is known of the room in their pools
   */
  public MailContent of(NightlyReport report, MailScope scope, Room room) {
    NightVerdict verdict = verdict(report.verdict(), scope.incomplete());
    NightlyPage page = pages.assemble(report);
    MailCharts pictures = new MailCharts(charts);
    MailPage mail =
        new MailPage(
            "%s%s: storage on %s"
                .formatted(report.demo() ? "DEMO DATA: " : "", verdict, page.night().date()),
            report.demo(),
            "Kubernetes storage on TrueNAS, night of " + page.night().day(),
            Tags.verdict(verdict),
            verdict == report.verdict()
                ? page.verdict().sentence()
                : "Not all was seen tonight, so nothing can be called fine.",
            scope.audience().whole()
                ? "Score %d of 100, %s".formatted(report.score(), page.verdict().comparison())
                : "",
            scope.words(),
            facts(page, scope),
            warnings(page),
            page.headlines(),
            sections(report, page, scope, room, pictures),
            scope.closing());
    return new MailContent(
        subjects.nightly(report, verdict, scope, room.full()),
        templates.text(mail),
        templates.html(mail),
        pictures.pictures());
  }

  private static List<Fact> facts(NightlyPage page, MailScope scope) {
    Fact captured = Fact.of("Captured", page.night().captured());
    return scope.audience().whole()
        ? List.of(
            captured,
            Fact.of("Clusters", page.night().clusters()),
            Fact.of("TrueNAS", page.night().nas()))
        : List.of(captured);
  }

  private static List<String> warnings(NightlyPage page) {
    int more = page.warnings().size() - WARNINGS;
    return more <= 0
        ? page.warnings()
        : Stream.concat(
                page.warnings().stream().limit(WARNINGS),
                Stream.of("And %d more warnings, in the report.".formatted(more)))
            .toList();
  }

  private static List<Section> sections(
      NightlyReport report, NightlyPage page, MailScope scope, Room room, MailCharts pictures) {
    Severity least = scope.audience().least();
    return Stream.of(
            changes(page, least),
            actions(page, least),
            room(report, page, room, pictures),
            space(page),
            protection(page, scope),
            NightlyEvidence.kinds(page, least),
            NightlyEvidence.coverage(page, scope))
        .filter(Section::said)
        .toList();
  }

  static boolean listed(Tag severity, Severity least) {
    return Severity.named(severity.word()).map(word -> word.compareTo(least) <= 0).orElse(true);
  }

  private static Section changes(NightlyPage page, Severity least) {
    List<Line> all =
        page.changes().lists().stream()
            .flatMap(
                list ->
                    list.rows().stream()
                        .filter(row -> listed(row.severity(), least))
                        .map(
                            row ->
                                new Line(
                                    row.severity().mark(),
                                    row.severity().tone(),
                                    "%s: %s %s".formatted(list.label(), row.code(), row.name()),
                                    row.space(),
                                    row.subject())))
            .toList();
    boolean more =
        all.size() > CHANGES
            || page.changes().lists().stream().anyMatch(list -> !list.more().isEmpty());
    return new Section(
        "What changed",
        page.changes().since(),
        figures(page.changes().counts()),
        List.of(),
        all.stream().limit(CHANGES).toList(),
        List.of(),
        more ? "The report has all of them." : "");
  }

  private static List<Figure> figures(List<Count> counts) {
    return counts.stream().map(c -> new Figure(c.count(), c.label(), c.tone())).toList();
  }

  private static Section actions(NightlyPage page, Severity least) {
    List<Item> items =
        page.actions().stream()
            .filter(action -> listed(action.severity(), least))
            .map(NightlyMail::item)
            .toList();
    return new Section(
        "What to do first",
        items.isEmpty() ? "Nothing is confirmed and urgent tonight." : "",
        List.of(),
        List.of(),
        List.of(),
        items,
        "");
  }

  private static Item item(NightlyPage.Action action) {
    List<Fact> facts = new ArrayList<>();
    add(facts, "Why", action.why());
    add(facts, "Note", action.remark());
    add(facts, "Next", action.next());
    add(facts, "Owner", owner(action));
    add(facts, "In the way", action.blocked());
    action.commands().stream()
        .limit(1)
        .forEach(command -> facts.add(new Fact(looked(command), command.text(), true)));
    return new Item(
        action.severity(), action.code(), action.title(), action.space(), action.subject(), facts);
  }

  private static String owner(NightlyPage.Action action) {
    return action.owner() + (action.ownerFrom().isEmpty() ? "" : ", " + action.ownerFrom());
  }

  private static String looked(NightlyPage.Command command) {
    return command.where().isEmpty() ? "More" : "On " + command.where();
  }

  private static void add(List<Fact> facts, String label, String text) {
    if (!text.isEmpty()) {
      facts.add(Fact.of(label, text));
    }
  }

  /** Pools that may fill, soonest first, then the others. */
  private static Section room(
      NightlyReport report, NightlyPage page, Room room, MailCharts pictures) {
    ToIntFunction<String> place =
        subject -> {
          int at = room.full().stream().map(FullDates::subject).toList().indexOf(subject);
          return at < 0 ? Integer.MAX_VALUE : at;
        };
    List<CourseLine> courses =
        report.courses().stream()
            .sorted(Comparator.comparingInt(course -> place.applyAsInt(course.subject())))
            .toList();
    List<Line> lines =
        page.pools().stream()
            .sorted(Comparator.comparingInt(pool -> place.applyAsInt(pool.subject())))
            .limit(POOLS)
            .map(pool -> line(pool, room))
            .toList();
    int more = page.pools().size() - lines.size();
    return new Section(
        "Room",
        "",
        List.of(),
        pictures.of(courses),
        lines,
        List.of(),
        more > 0 ? "And %d more pools, in the report.".formatted(more) : "");
  }

  private static Line line(NightlyPage.Pool pool, Room room) {
    // a pool in good health that will be full is nothing to tick off
    boolean fills = room.full(pool.subject()).isPresent() && pool.status().tone().equals("ok");
    Tag status = fills ? Tags.severity("warning") : pool.status();
    return new Line(
        status.mark(),
        status.tone(),
        pool.subject(),
        "%s used, %s free".formatted(pool.used(), pool.free()),
        room.full(pool.subject())
            .map(NightlyMail::likely)
            .orElse(
                room.forecast().contains(pool.subject())
                    ? "Not full within the horizon of the forecast."
                    : "No forecast yet."));
  }

  private static String likely(FullDates dates) {
    return dates.leastDays() <= 0
        ? "Full."
        : "Full %s (80 %% band)%s."
            .formatted(
                FullText.dates(dates),
                dates.likely().map(day -> ", most likely " + day).orElse(""));
  }

  private static Section space(NightlyPage page) {
    boolean nothing = page.space().shares().stream().allMatch(s -> s.tone().equals("quiet"));
    return new Section(
        "Reclaimable space",
        nothing ? "Nothing could be freed." : "",
        nothing ? List.of() : figures(page.space().shares()),
        List.of(),
        List.of(),
        List.of(),
        "");
  }

  private static Section protection(NightlyPage page, MailScope scope) {
    boolean asked = scope.audience().whole() || !page.protection().namespaces().isEmpty();
    return new Section(
        "Protection",
        asked ? page.protection().lead() : "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "");
  }
}
