package dev.poolkeeper.writers.report;

import dev.poolkeeper.writers.pdf.Paper;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.EnumSet;

/** Writes every sample night below a directory, to look at in a browser. */
final class RenderSamples {

  private RenderSamples() {}

  public static void main(String[] args) {
    Path out = Path.of(args[0]);
    NightlyReportWriter writer = new NightlyReportWriter(ZoneId.of("Europe/Berlin"), Paper.A4);
    EnumSet<ReportFormat> all = EnumSet.allOf(ReportFormat.class);
    writer.write(SampleReports.busy(), out.resolve("busy"), all);
    writer.write(SampleReports.demo(SampleReports.busy()), out.resolve("demo"), all);
    writer.write(SampleReports.quiet(), out.resolve("quiet"), all);
    writer.write(SampleReports.incomplete(), out.resolve("incomplete"), all);
    writer.write(SampleReports.huge(), out.resolve("huge"), all);
    writer.write(SampleReports.named(HostileNames.WORST), out.resolve("hostile"), all);
  }
}
