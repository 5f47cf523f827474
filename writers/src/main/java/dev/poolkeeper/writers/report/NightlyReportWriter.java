package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.report.NightlyReport;
import dev.poolkeeper.writers.form.NightlyJunit;
import dev.poolkeeper.writers.form.NightlyMetrics;
import dev.poolkeeper.writers.form.NightlyTables;
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
 * Writes a nightly report to {@code OUT/<date>/nightly.*}; see {@link ReportFiles}. The same report
 * gives the same bytes.
 */
public final class NightlyReportWriter {

  private final NightlyPageAssembler screen;
  private final NightlyPageAssembler paperPage;
  private final HtmlRenderer html;
  private final PdfRenderer pdf;
  private final JsonMapper json;

  /**
   * @param displayZone zone in which a page shows the capture time
   * @param paper what PDFs are laid out for
   */
  public NightlyReportWriter(ZoneId displayZone, Paper paper) {
    this.screen = NightlyPageAssembler.forScreens(displayZone);
    this.paperPage = NightlyPageAssembler.forPaper(displayZone);
    this.html = new HtmlRenderer();
    this.pdf = new PdfRenderer(paper);
    this.json = ContractJson.json().rebuild().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
  }

  /** The files that were written, in the order of the formats. */
  public List<Path> write(NightlyReport report, Path out, Set<ReportFormat> formats) {
    return new ReportFiles(out.resolve(report.date().toString()), "nightly")
        .write(
            new Renderings(
                text -> page(report, text),
                bytes -> paper(report, bytes),
                text -> json(report, text),
                () -> NightlyTables.of(report),
                text -> text.write(NightlyMarkdown.of(paperPage.assemble(report))),
                text -> NightlyJunit.write(report, text),
                text -> NightlyMetrics.write(report, text)),
            formats);
  }

  private void page(NightlyReport report, Writer out) throws IOException {
    html.render(screen.assemble(report), out);
  }

  private void paper(NightlyReport report, OutputStream out) throws IOException {
    StringWriter page = new StringWriter();
    html.render(paperPage.assemble(report), page);
    pdf.render(page.toString(), report.capturedAt(), out);
  }

  private void json(NightlyReport report, Writer out) throws IOException {
    json.writeValue(out, report);
    out.write('\n');
  }
}
