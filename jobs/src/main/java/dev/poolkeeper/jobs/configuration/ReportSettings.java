package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.processors.report.SpacePrice;
import dev.poolkeeper.writers.pdf.Paper;
import dev.poolkeeper.writers.report.ReportFormat;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code poolkeeper.report}.
 *
 * @param zone zone in which pages show times (UTC); nights stay UTC days
 * @param paper what PDFs are laid out for (A4)
 * @param formats what a run writes, and {@code report} unless told otherwise (html, pdf, json)
 * @param price what a TiB costs in a month; empty when no report is to speak of money
 */
public record ReportSettings(
    ZoneId zone, Paper paper, Set<ReportFormat> formats, Optional<SpacePrice> price) {

  public static final ReportSettings DEFAULT =
      new ReportSettings(
          ZoneOffset.UTC,
          Paper.A4,
          EnumSet.of(ReportFormat.HTML, ReportFormat.PDF, ReportFormat.JSON),
          Optional.empty());

  private static final Pattern PRICE = Pattern.compile("[0-9]{1,9}([.][0-9]{1,4})?");
  private static final Pattern CURRENCY = Pattern.compile("\\S.{0,11}");

  public ReportSettings {
    formats = Set.copyOf(formats);
  }

  static ReportSettings read(Values values) {
    return new ReportSettings(
        values.parsed(
            "report.zone",
            DEFAULT.zone(),
            "the name of a time zone, such as Europe/Berlin",
            ReportSettings::zone),
        values.parsed("report.paper", DEFAULT.paper(), "a4 or letter", ReportSettings::paper),
        values.parsed(
            "report.formats",
            DEFAULT.formats(),
            "some of " + ReportFormat.words() + ", with commas between them",
            ReportFormat::set),
        price(values));
  }

  private static Optional<SpacePrice> price(Values values) {
    BigDecimal perTibMonth =
        values.parsed(
            SpacePrice.PRICE_KEY,
            BigDecimal.ZERO,
            "a number over 0, such as 12.50",
            ReportSettings::decimal);
    String currency =
        values.parsed(
            SpacePrice.CURRENCY_KEY,
            "EUR",
            "a currency of at most 12 characters, such as EUR",
            text -> Optional.of(text.strip()).filter(word -> CURRENCY.matcher(word).matches()));
    return perTibMonth.signum() > 0
        ? Optional.of(new SpacePrice(perTibMonth, currency))
        : Optional.empty();
  }

  private static Optional<BigDecimal> decimal(String text) {
    return Optional.of(text.strip())
        .filter(number -> PRICE.matcher(number).matches())
        .map(BigDecimal::new)
        .filter(number -> number.signum() > 0);
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
