package dev.poolkeeper.writers.report;

/** What a report can be written as. */
public enum ReportFormat {
  /** One self-contained page. */
  HTML,
  /** Every value in raw units; {@code docs/schema/nightly-1.schema.json}. */
  JSON
}
