package dev.poolkeeper.writers.report;

import dev.poolkeeper.processors.report.WeeklyReport;
import dev.poolkeeper.writers.json.ContractJson;
import java.io.IOException;
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
 * Writes {@code OUT/<date>/weekly-capacity.html} and {@code weekly-capacity.json}, each replaced as
 * a whole. The same report gives the same bytes.
 */
public final class WeeklyReportWriter {

  private static final String NAME = "weekly-capacity";

  private final WeeklyPageAssembler assembler;
  private final HtmlRenderer html;
  private final JsonMapper json;

  /**
   * @param displayZone zone in which a page shows the capture time
   */
  public WeeklyReportWriter(ZoneId displayZone) {
    this.assembler = new WeeklyPageAssembler(displayZone);
    this.html = new HtmlRenderer();
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
              case JSON -> AtomicFile.write(folder.resolve(NAME + ".json"), w -> json(report, w));
            });
      }
    }
    return written;
  }

  private void page(WeeklyReport report, Writer out) throws IOException {
    html.render(assembler.assemble(report), out);
  }

  private void json(WeeklyReport report, Writer out) throws IOException {
    json.writeValue(out, report);
    out.write('\n');
  }
}
