package dev.poolkeeper.writers.report;

import static java.util.Locale.ROOT;

import dev.poolkeeper.processors.report.CourseLine;
import dev.poolkeeper.processors.report.RunwayLine;
import dev.poolkeeper.processors.report.WeeklyReport;
import dev.poolkeeper.processors.runway.Crossing;
import dev.poolkeeper.writers.chart.CourseChart;
import dev.poolkeeper.writers.report.NightlyPage.Tag;
import dev.poolkeeper.writers.report.WeeklyPage.Chance;
import dev.poolkeeper.writers.report.WeeklyPage.Level;
import dev.poolkeeper.writers.report.WeeklyPage.Pool;
import dev.poolkeeper.writers.report.WeeklyPage.Resting;
import dev.poolkeeper.writers.report.WeeklyPage.RestingRow;
import dev.poolkeeper.writers.text.ByteText;
import dev.poolkeeper.writers.text.ChangeText;
import dev.poolkeeper.writers.text.CountText;
import dev.poolkeeper.writers.text.VisibleText;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** How long there is room: a card per pool, and a table of what rests on them. */
final class RunwayRows {

  private static final int LISTED = 60;

  private final LocalDate night;
  private final List<RunwayLine> runways;
  private final List<CourseLine> courses;

  RunwayRows(WeeklyReport report) {
    this.night = report.date();
    this.runways = report.runways();
    this.courses = report.courses();
  }

  List<Pool> pools() {
    List<RunwayLine> pools =
        runways.stream().filter(line -> line.kind().equals(RunwayLine.POOL)).toList();
    return IntStream.range(0, pools.size())
        .mapToObj(at -> pool(pools.get(at), "course-" + at))
        .toList();
  }

  private Pool pool(RunwayLine line, String id) {
    return new Pool(
        VisibleText.of(line.subject()),
        rating(line),
        full(line),
        ChangeText.perDay(line.growthBytesPerDay()),
        List.of(
            new Chance("7 days", percent(line.within7())),
            new Chance("30 days", percent(line.within30())),
            new Chance("90 days", percent(line.within90()))),
        known(line)
            ? List.of(
                level("Warning level", line.warn()),
                level("Critical level", line.critical()),
                level("Full", line.full()))
            : List.of(),
        CrossingText.orderBy(line.orderBy(), night),
        VisibleText.of(line.reason()),
        courses.stream()
            .filter(course -> course.subject().equals(line.subject()))
            .findFirst()
            .map(course -> CourseChart.svg(course, id))
            .orElse(""));
  }

  private static boolean known(RunwayLine line) {
    return !line.outlook().equals(RunwayLine.UNKNOWN);
  }

  private static String full(RunwayLine line) {
    if (line.usedBytes().isEmpty() || line.capacityBytes().orElse(0) <= 0) {
      return "used %s of %s"
          .formatted(ByteText.of(line.usedBytes()), ByteText.of(line.capacityBytes()));
    }
    return "%s of %s used, %s"
        .formatted(
            ByteText.of(line.usedBytes()),
            ByteText.of(line.capacityBytes()),
            CountText.percent(
                line.usedBytes().getAsLong(), (double) line.capacityBytes().getAsLong()));
  }

  private Level level(String name, Crossing crossing) {
    return new Level(
        name, CrossingText.dates(crossing, night), CrossingText.likely(crossing, night));
  }

  /** A dash is not a zero: nobody knows. */
  private static String percent(OptionalDouble probability) {
    if (probability.isEmpty()) {
      return "–";
    }
    double percent = 100 * probability.getAsDouble();
    if (percent > 0 && percent < 1) {
      return "<1 %";
    }
    return percent > 99 && percent < 100 ? ">99 %" : String.format(ROOT, "%.0f %%", percent);
  }

  private static Tag rating(RunwayLine line) {
    if (!known(line)) {
      return new Tag("not known", "incomplete", "◐");
    }
    return line.severity()
        .map(Tags::severity)
        .orElse(
            line.outlook().equals("never")
                ? new Tag("has room", "ok", "✔")
                : new Tag("not soon", "neutral", "●"));
  }

  /** All but pools: NAS and clusters first, then what fills soonest. */
  Resting resting() {
    List<RunwayLine> others =
        runways.stream().filter(line -> !line.kind().equals(RunwayLine.POOL)).toList();
    int more = Math.max(0, others.size() - LISTED);
    return new Resting(
        others.stream().limit(LISTED).map(this::row).toList(),
        more == 0 ? "" : CountText.of(more) + " more, all of them in weekly-capacity.json");
  }

  private RestingRow row(RunwayLine line) {
    return new RestingRow(
        kind(line.kind()),
        VisibleText.of(line.subject()),
        rating(line),
        ByteText.of(line.usedBytes()),
        ChangeText.perDay(line.growthBytesPerDay()),
        known(line) ? CrossingText.dates(line.full(), night) : ByteText.UNKNOWN,
        CrossingText.orderBy(line.orderBy(), night),
        VisibleText.of(line.reason()));
  }

  private static String kind(String word) {
    return switch (word) {
      case "nas" -> "TrueNAS";
      case "cluster" -> "cluster";
      case "storage-class" -> "StorageClass";
      default -> word;
    };
  }
}
