package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.report.NightVerdict;
import dev.poolkeeper.processors.report.NightlyReport;
import dev.poolkeeper.processors.report.SourceLine;
import dev.poolkeeper.writers.report.NightlyPage.Night;
import dev.poolkeeper.writers.report.NightlyPage.Setting;
import dev.poolkeeper.writers.report.NightlyPage.Verdict;
import dev.poolkeeper.writers.report.RetentionSection.Room;
import dev.poolkeeper.writers.text.CountText;
import dev.poolkeeper.writers.text.VisibleText;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Decides every text on the nightly page: units, dates, plurals, what is cut and what is said about
 * that. Pure; the same report gives the same page.
 */
public final class NightlyPageAssembler {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx", Locale.ROOT);

  /** A page that shows more than this per code is slow to open and read by nobody. */
  private static final int ON_SCREEN = 250;

  /** Nobody leafs through more than this per code. */
  private static final int ON_PAPER = 40;

  private final ZoneId displayZone;
  private final int findingsShown;
  private final Room retentionRoom;

  private NightlyPageAssembler(ZoneId displayZone, int findingsShown, Room retentionRoom) {
    this.displayZone = displayZone;
    this.findingsShown = findingsShown;
    this.retentionRoom = retentionRoom;
  }

  /**
   * @param displayZone zone of the capture time; nights stay UTC days
   */
  public static NightlyPageAssembler forScreens(ZoneId displayZone) {
    return new NightlyPageAssembler(displayZone, ON_SCREEN, Room.ON_SCREEN);
  }

  /** The same page with fewer findings of each kind; how many are left out stands beside them. */
  public static NightlyPageAssembler forPaper(ZoneId displayZone) {
    return new NightlyPageAssembler(displayZone, ON_PAPER, Room.ON_PAPER);
  }

  public NightlyPage assemble(NightlyReport report) {
    CommandHints commands = new CommandHints(report.demo());
    Charts charts = new Charts(report.courses());
    return new NightlyPage(
        title(report),
        report.demo(),
        VisibleText.of(report.version()),
        verdict(report),
        night(report),
        report.sources().stream()
            .flatMap(source -> source.remarks().stream())
            .map(VisibleText::of)
            .toList(),
        report.headlines().stream().map(VisibleText::of).toList(),
        ChangesSection.of(report.changes(), commands),
        SpaceSection.of(report.reclaimable()),
        ActionRows.of(report, commands),
        GradesSection.of(report.scores()),
        CoverageSection.of(report),
        new PoolRows(report).all(),
        HiddenSpaceSection.of(report.space(), commands, charts),
        new ProtectionSection(commands, report.capturedAt()).of(report.protection()),
        new RetentionSection(commands, retentionRoom).of(report.retention()),
        new ProposalSection(commands).of(report.proposals()),
        new FindingsSection(commands, report.withheld(), charts, findingsShown).of(report.groups()),
        VolumeRows.of(report.volumesByConfidence()),
        ExceptionsSection.of(report.exceptions()),
        policy(report.policy()));
  }

  private static String title(NightlyReport report) {
    return "%s%s: storage on %s"
        .formatted(report.demo() ? "DEMO DATA: " : "", report.verdict(), report.date());
  }

  private static Verdict verdict(NightlyReport report) {
    return new Verdict(
        Tags.verdict(report.verdict()),
        sentence(report.verdict()),
        report.score(),
        comparison(report));
  }

  private static String sentence(NightVerdict verdict) {
    return switch (verdict) {
      case OK -> "Nothing asks for a person.";
      case ATTENTION -> "A person should look.";
      case CRITICAL -> "A person must look now.";
      case INCOMPLETE -> "Not all was seen, so nothing can be called fine.";
    };
  }

  private static String comparison(NightlyReport report) {
    if (report.scoreDelta().isEmpty()) {
      return "no earlier score to compare with";
    }
    String since =
        report.changes().comparedWith().map(night -> " since " + night).orElse(" since last night");
    int delta = report.scoreDelta().getAsInt();
    return delta == 0 ? "unchanged" + since : CountText.signed(delta) + since;
  }

  private Night night(NightlyReport report) {
    return new Night(
        report.date().toString(),
        DAY.format(report.date()),
        report.capturedAt().toString(),
        MINUTE.format(report.capturedAt().atZone(displayZone)) + " (" + displayZone + ")",
        names(report, "cluster"),
        names(report, "nas"));
  }

  private static String names(NightlyReport report, String side) {
    String names =
        report.sources().stream()
            .filter(source -> source.side().equals(side))
            .map(SourceLine::name)
            .sorted()
            .map(VisibleText::of)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "none" : names;
  }

  private static List<Setting> policy(Map<String, String> policy) {
    return new TreeMap<>(policy)
        .entrySet().stream()
            .map(e -> new Setting(VisibleText.of(e.getKey()), VisibleText.of(e.getValue())))
            .toList();
  }
}
