package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.report.SourceScoreLine;
import dev.poolkeeper.processors.report.SourceScoreLine.CostLine;
import dev.poolkeeper.writers.report.NightlyPage.Cost;
import dev.poolkeeper.writers.report.NightlyPage.GradeCard;
import dev.poolkeeper.writers.text.CountText;
import dev.poolkeeper.writers.text.VisibleText;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How each source stands and what pulls it down; one that was not judged has a dash, no letter. */
final class GradesSection {

  private static final int SHOWN = 4;

  private GradesSection() {}

  static List<GradeCard> of(List<SourceScoreLine> lines) {
    return lines.stream().map(GradesSection::card).toList();
  }

  private static GradeCard card(SourceScoreLine line) {
    return new GradeCard(
        VisibleText.of(line.source()),
        line.side().equals("nas") ? "TrueNAS" : "cluster",
        line.grade().map(VisibleText::of).orElse("–"),
        tone(line.grade().orElse("")),
        line.score().isPresent() ? line.score().getAsInt() + " of 100" : "not judged",
        comparison(line),
        line.unjudged().map(VisibleText::of).orElse(""),
        costs(line.costs()));
  }

  private static String tone(String grade) {
    return switch (grade) {
      case "A", "B" -> "ok";
      case "C", "D" -> "warning";
      case "F" -> "critical";
      default -> "incomplete";
    };
  }

  private static String comparison(SourceScoreLine line) {
    if (line.score().isEmpty()) {
      return "";
    }
    if (line.delta().isEmpty()) {
      return "no earlier score";
    }
    String since = line.comparedWith().map(night -> " since " + night).orElse("");
    int delta = line.delta().getAsInt();
    return delta == 0 ? "unchanged" + since : CountText.signed(delta) + since;
  }

  private static List<Cost> costs(List<CostLine> costs) {
    List<Cost> first = costs.stream().limit(SHOWN).map(GradesSection::cost).toList();
    if (costs.size() <= SHOWN) {
      return first;
    }
    List<CostLine> rest = costs.subList(SHOWN, costs.size());
    Cost others =
        new Cost(
            "",
            CountText.of(rest.size(), "other kind"),
            CountText.of(rest.stream().mapToInt(CostLine::findings).sum()),
            points(rest.stream().mapToDouble(CostLine::points).sum()));
    return Stream.concat(first.stream(), Stream.of(others)).toList();
  }

  private static Cost cost(CostLine line) {
    return new Cost(
        VisibleText.of(line.code()),
        VisibleText.of(line.name()),
        CountText.of(line.findings()),
        points(line.points()));
  }

  /** One decimal; what is less is said to be less, never nothing. */
  private static String points(double points) {
    return points < 0.1 ? "<0.1" : "−" + String.format(Locale.ROOT, "%.1f", points);
  }
}
