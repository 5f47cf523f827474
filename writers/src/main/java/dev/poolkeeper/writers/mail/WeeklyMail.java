package dev.poolkeeper.writers.mail;

import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.report.NightVerdict;
import dev.poolkeeper.processors.report.RunwayLine;
import dev.poolkeeper.processors.report.WeeklyReport;
import dev.poolkeeper.processors.report.WeeklyReportAssembler;
import dev.poolkeeper.writers.chart.CoursePicture;
import dev.poolkeeper.writers.mail.MailPage.Fact;
import dev.poolkeeper.writers.mail.MailPage.Item;
import dev.poolkeeper.writers.mail.MailPage.Line;
import dev.poolkeeper.writers.mail.MailPage.Section;
import dev.poolkeeper.writers.report.Tags;
import dev.poolkeeper.writers.report.WeeklyPage;
import dev.poolkeeper.writers.report.WeeklyPageAssembler;
import dev.poolkeeper.writers.text.CountText;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The mail of a week: how long there is room, who takes it, and how sure that is. Pure. */
public final class WeeklyMail {

  private static final int POOLS = 8;
  private static final int RESTING = 12;
  private static final int SHARES = 6;
  private static final int SCENARIOS = 6;

  private final WeeklyPageAssembler pages;
  private final MailTemplates templates = new MailTemplates();
  private final CoursePicture.Maker charts = new CoursePicture.Maker();
  private final MailSubject subjects;

  /**
   * @param displayZone zone of the capture time
   * @param tag the word in the subject's first brackets
   */
  public WeeklyMail(ZoneId displayZone, String tag) {
    this.pages = new WeeklyPageAssembler(displayZone);
    this.subjects = new MailSubject(tag);
  }

  /**
   * The verdict of some runways: INCOMPLETE where one of them is not known, else the worst.
   *
   * @param whole that of all pools, for those who see all
   */
  public static NightVerdict verdict(
      List<RunwayLine> runways, NightVerdict whole, boolean seesAll) {
    if (seesAll) {
      return whole;
    }
    if (runways.stream().anyMatch(line -> line.outlook().equals(RunwayLine.UNKNOWN))) {
      return NightVerdict.INCOMPLETE;
    }
    return switch (WeeklyReportAssembler.worst(runways).orElse(Severity.INFO)) {
      case CRITICAL -> NightVerdict.CRITICAL;
      case WARNING -> NightVerdict.ATTENTION;
      case INFO -> NightVerdict.OK;
    };
  }

  /**
   * @param report the part of it that is the recipient's
   */
  public MailContent of(WeeklyReport report, MailScope scope) {
    boolean whole = scope.audience().whole();
    NightVerdict verdict = verdict(report.runways(), report.verdict(), whole);
    WeeklyPage page = pages.assemble(report);
    MailCharts pictures = new MailCharts(charts);
    List<Section> sections =
        Stream.of(
                pools(report, page, pictures),
                resting(page),
                growth(page),
                scenarios(page),
                hindsight(page, whole))
            .filter(Section::said)
            .toList();
    MailPage mail =
        new MailPage(
            "%s%s: capacity on %s"
                .formatted(report.demo() ? "DEMO DATA: " : "", verdict, page.night().date()),
            report.demo(),
            "Capacity of Kubernetes storage on TrueNAS, as of " + page.night().day(),
            Tags.verdict(verdict),
            whole ? page.verdict().sentence() : sentence(verdict, report.runways().isEmpty()),
            "",
            scope.words(),
            List.of(Fact.of("Captured", page.night().captured())),
            List.of(),
            whole ? page.headlines() : List.of(),
            sections,
            scope.closing());
    return new MailContent(
        subjects.weekly(report, verdict, scope),
        templates.text(mail),
        templates.html(mail),
        pictures.pictures());
  }

  private static String sentence(NightVerdict verdict, boolean nothing) {
    if (nothing) {
      return "Nothing of yours has a runway of its own: no volume is joined to a pool.";
    }
    return switch (verdict) {
      case OK -> "There is room for what is yours.";
      case ATTENTION -> "What yours rests on will be too full, or an order is due.";
      case CRITICAL -> "What yours rests on is full, or nearly so.";
      case INCOMPLETE -> "Not every runway is known, so nobody can say that there is room.";
    };
  }

  private static Section pools(WeeklyReport report, WeeklyPage page, MailCharts pictures) {
    List<Item> items = page.pools().stream().limit(POOLS).map(WeeklyMail::item).toList();
    int more = page.pools().size() - items.size();
    return new Section(
        "Pools",
        "",
        List.of(),
        pictures.of(report.courses()),
        List.of(),
        items,
        more > 0 ? "And %d more pools, in the report.".formatted(more) : "");
  }

  private static Item item(WeeklyPage.Pool pool) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Growth", pool.growth()));
    pool.levels()
        .forEach(
            level ->
                facts.add(
                    Fact.of(
                        level.name(),
                        level.likely().isEmpty()
                            ? level.dates()
                            : level.dates() + ", " + level.likely())));
    facts.add(Fact.of("Order by", pool.orderBy()));
    facts.add(
        Fact.of(
            "Chance",
            pool.chances().stream()
                .map(chance -> chance.probability() + " within " + chance.within())
                .reduce((a, b) -> a + ", " + b)
                .map(all -> "of being full: " + all)
                .orElse("")));
    facts.add(Fact.of("Basis", pool.reason()));
    return new Item(
        pool.rating(),
        "",
        pool.full(),
        "",
        pool.subject(),
        facts.stream().filter(fact -> !fact.text().isEmpty()).toList());
  }

  private static Section resting(WeeklyPage page) {
    List<Line> lines =
        page.resting().rows().stream()
            .limit(RESTING)
            .map(
                row ->
                    new Line(
                        row.rating().mark(),
                        row.rating().tone(),
                        row.kind() + " " + row.subject(),
                        row.used(),
                        "Grows %s. Full: %s. Order by: %s."
                            .formatted(row.growth(), row.full(), row.orderBy())))
            .toList();
    int more = page.resting().rows().size() - lines.size();
    return new Section(
        "What rests on them",
        "",
        List.of(),
        List.of(),
        lines,
        List.of(),
        more > 0 || !page.resting().more().isEmpty() ? "The report has all of them." : "");
  }

  private static Section growth(WeeklyPage page) {
    List<Line> lines = new ArrayList<>();
    for (WeeklyPage.Growth growth : page.growth()) {
      lines.add(
          new Line(
              "",
              "neutral",
              growth.pool(),
              growth.change(),
              growth.unknown().isEmpty() ? growth.window() : growth.unknown()));
      growth.namespaces().stream()
          .filter(share -> !share.total())
          .limit(SHARES)
          .forEach(
              share ->
                  lines.add(
                      new Line("", "neutral", "· " + share.name(), share.bytes(), share.remark())));
    }
    return new Section("Who made them grow", "", List.of(), List.of(), lines, List.of(), "");
  }

  private static Section scenarios(WeeklyPage page) {
    List<Line> lines =
        page.scenarios().stream()
            .flatMap(
                pool ->
                    pool.rows().stream()
                        .limit(SCENARIOS)
                        .map(
                            row ->
                                new Line(
                                    "",
                                    "neutral",
                                    pool.pool() + ": " + row.name(),
                                    row.full(),
                                    row.assumption())))
            .limit(2L * SCENARIOS)
            .toList();
    int all = page.scenarios().stream().mapToInt(pool -> pool.rows().size()).sum();
    return new Section(
        "What if",
        lines.isEmpty() ? "" : "When each pool would be full.",
        List.of(),
        List.of(),
        lines,
        List.of(),
        all > lines.size()
            ? "And %s more, in the report.".formatted(CountText.of(all - lines.size(), "scenario"))
            : "");
  }

  private static Section hindsight(WeeklyPage page, boolean whole) {
    List<Line> lines =
        page.backtest().rows().stream()
            .filter(row -> row.kind().equals("all"))
            .map(
                row ->
                    new Line(
                        "",
                        "neutral",
                        row.ahead() + " ahead, " + row.forecasts() + " forecasts",
                        "off by " + row.error(),
                        "The 80 % band held in {0}, the 95 % band in {1}."
                            .replace("{0}", row.held80())
                            .replace("{1}", row.held95())))
            .toList();
    String missing = page.backtest().missing();
    String lead =
        missing.isEmpty()
            ? ""
            : Character.toUpperCase(missing.charAt(0)) + missing.substring(1) + ".";
    return new Section(
        "How right past forecasts were",
        whole ? lead : "",
        List.of(),
        List.of(),
        whole ? lines : List.of(),
        List.of(),
        "");
  }
}
