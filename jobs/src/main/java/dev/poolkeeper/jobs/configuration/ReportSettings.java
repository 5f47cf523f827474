package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.writers.pdf.Paper;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;

/**
 * {@code poolkeeper.report}.
 *
 * @param zone zone in which pages show times (UTC); nights stay UTC days
 * @param paper what PDFs are laid out for (A4)
 */
public record ReportSettings(ZoneId zone, Paper paper) {

  public static final ReportSettings DEFAULT = new ReportSettings(ZoneOffset.UTC, Paper.A4);

  static ReportSettings read(Values values) {
    return new ReportSettings(
        values.parsed(
            "report.zone",
            DEFAULT.zone(),
            "the name of a time zone, such as Europe/Berlin",
            ReportSettings::zone),
        values.parsed("report.paper", DEFAULT.paper(), "a4 or letter", ReportSettings::paper));
  }

  private static Optional<ZoneId> zone(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Paper> paper(String word) {
    return Arrays.stream(Paper.values())
        .filter(paper -> paper.word().equalsIgnoreCase(word))
        .findFirst();
  }
}
