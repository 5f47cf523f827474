package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.report.WeeklyReport;
import dev.poolkeeper.writers.json.ContractJson;
import dev.poolkeeper.writers.pdf.Paper;
import dev.poolkeeper.writers.pdf.PdfRenderer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes {@code OUT/<date>/weekly-capacity.html}, {@code .pdf} and {@code .json}, each replaced as
 * a whole. The same report gives the same bytes.
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
    Path folder = out.resolve(report.date().toString());
    List<Path> written = new ArrayList<>();
    for (ReportFormat format : EnumSet.allOf(ReportFormat.class)) {
      if (formats.contains(format)) {
        written.add(
            switch (format) {
              case HTML -> AtomicFile.write(folder.resolve(NAME + ".html"), w -> page(report, w));
              case PDF ->
                  AtomicFile.writeBytes(folder.resolve(NAME + ".pdf"), o -> paper(report, o));
              case JSON -> AtomicFile.write(folder.resolve(NAME + ".json"), w -> json(report, w));
            });
      }
    }
    return written;
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
