package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.report.WeeklyReport;
import dev.poolkeeper.writers.form.WeeklyJunit;
import dev.poolkeeper.writers.form.WeeklyMetrics;
import dev.poolkeeper.writers.form.WeeklyTables;
import dev.poolkeeper.writers.json.ContractJson;
import dev.poolkeeper.writers.pdf.Paper;
import dev.poolkeeper.writers.pdf.PdfRenderer;
import dev.poolkeeper.writers.report.ReportFiles.Renderings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a weekly report to {@code OUT/<date>/weekly-capacity.*}; see {@link ReportFiles}. The same
 * report gives the same bytes.
 */
public final class WeeklyReportWriter {

  private static final String NAME = "weekly-capacity";

  private final WeeklyPageAssembler assembler;
  private final HtmlRenderer html;
  private final PdfRenderer pdf;
  private final JsonMapper json;

  /**
   * @param displayZone zone in which a page shows the capture time
   * @param paper what PDFs are laid out for
   */
  public WeeklyReportWriter(ZoneId displayZone, Paper paper) {
    this.assembler = new WeeklyPageAssembler(displayZone);
    this.html = new HtmlRenderer();
    this.pdf = new PdfRenderer(paper);
    this.json = ContractJson.json().rebuild().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
  }

  /** The files that were written, in the order of the formats. */
  public List<Path> write(WeeklyReport report, Path out, Set<ReportFormat> formats) {
    return new ReportFiles(out.resolve(report.date().toString()), NAME)
        .write(
            new Renderings(
                text -> page(report, text),
                bytes -> paper(report, bytes),
                text -> json(report, text),
                () -> WeeklyTables.of(report),
                text -> text.write(WeeklyMarkdown.of(assembler.assemble(report))),
                text -> WeeklyJunit.write(report, text),
                text -> WeeklyMetrics.write(report, text)),
            formats);
  }

  private void page(WeeklyReport report, Writer out) throws IOException {
    html.render(assembler.assemble(report), out);
  }

  private void paper(WeeklyReport report, OutputStream out) throws IOException {
    StringWriter page = new StringWriter();
    page(report, page);
    pdf.render(page.toString(), report.capturedAt(), out);
  }

  private void json(WeeklyReport report, Writer out) throws IOException {
    json.writeValue(out, report);
    out.write('\n');
  }
}
