package dev.poolkeeper.writers.report;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a report can be written as. */
public enum ReportFormat {
  /** One self-contained page. */
  HTML(".html"),
  /** The same page on paper, tagged and fit for archives. */
  PDF(".pdf"),
  /** Every value in raw units; {@code docs/schema/}. */
  JSON(".json"),
  /** One file per table, in raw units, safe to open in a spreadsheet. */
  CSV("-csv"),
  /** For tickets, wikis and chat. */
  MARKDOWN(".md"),
  /** JUnit XML: confirmed findings as failures, for pipelines. */
  JUNIT(".junit.xml"),
  /** Prometheus text exposition, for node_exporter's textfile collector. */
  PROMETHEUS(".prom");

  private final String ending;

  ReportFormat(String ending) {
    this.ending = ending;
  }

  /** The file of a report, {@code nightly.html}; of CSV the folder of its tables. */
  public String file(String report) {
    return report + ending;
  }

  /** As people write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of that name, however it is capitalised. */
  public static Optional<ReportFormat> named(String word) {
    return Arrays.stream(values())
        .filter(format -> format.word().equalsIgnoreCase(word))
        .findFirst();
  }

  /** All of them, {@code html, pdf, …}. */
  public static String words() {
    return words(EnumSet.allOf(ReportFormat.class));
  }

  /** Some of them, in their order. */
  public static String words(Set<ReportFormat> formats) {
    return formats.stream().sorted().map(ReportFormat::word).collect(Collectors.joining(", "));
  }

  /** Those that a list with commas names; empty when one of them is not known. */
  public static Optional<Set<ReportFormat>> set(String list) {
    Set<ReportFormat> formats = EnumSet.noneOf(ReportFormat.class);
    for (String word : list.split(",", -1)) {
      Optional<ReportFormat> format = named(word.strip());
      if (format.isEmpty()) {
        return Optional.empty();
      }
      formats.add(format.get());
    }
    return Optional.of(formats);
  }
}
