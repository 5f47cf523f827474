package dev.poolkeeper.writers.report;

/** What a report can be written as. */
public enum ReportFormat {
  /** One self-contained page. */
  HTML,
  /** The same page on paper, tagged and fit for archives. */
  PDF,
  /** Every value in raw units; {@code docs/schema/nightly-1.schema.json}. */
  JSON
}
