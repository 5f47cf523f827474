package dev.poolkeeper.writers.report;

import dev.poolkeeper.writers.form.CsvTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The files of one report: {@code NAME.html}, {@code .pdf}, {@code .json}, {@code .md}, {@code
 * .junit.xml}, {@code .prom}, and {@code NAME-csv/TABLE.csv}. Each is replaced as a whole.
 */
final class ReportFiles {

  /** How each format is written; nothing is computed for one that is not asked for. */
  record Renderings(
      AtomicFile.Content html,
      AtomicFile.Bytes pdf,
      AtomicFile.Content json,
      Supplier<List<CsvTable<?>>> csv,
      AtomicFile.Content markdown,
      AtomicFile.Content junit,
      AtomicFile.Content prometheus) {}

  private final Path folder;
  private final String name;

  ReportFiles(Path folder, String name) {
    this.folder = folder;
    this.name = name;
  }

  /** The files that were written, in the order of the formats; of CSV every table. */
  List<Path> write(Renderings renderings, Set<ReportFormat> formats) {
    List<Path> written = new ArrayList<>();
    for (ReportFormat format : EnumSet.allOf(ReportFormat.class)) {
      if (formats.contains(format)) {
        written.addAll(write(renderings, format));
      }
    }
    return written;
  }

  private List<Path> write(Renderings renderings, ReportFormat format) {
    return switch (format) {
      case HTML -> List.of(AtomicFile.write(file(format), renderings.html()));
      case PDF -> List.of(AtomicFile.writeBytes(file(format), renderings.pdf()));
      case JSON -> List.of(AtomicFile.write(file(format), renderings.json()));
      case CSV ->
          renderings.csv().get().stream()
              .map(
                  table ->
                      AtomicFile.write(file(format).resolve(table.name() + ".csv"), table::write))
              .toList();
      case MARKDOWN -> List.of(AtomicFile.write(file(format), renderings.markdown()));
      case JUNIT -> List.of(AtomicFile.write(file(format), renderings.junit()));
      case PROMETHEUS -> List.of(AtomicFile.write(file(format), renderings.prometheus()));
    };
  }

  private Path file(ReportFormat format) {
    return folder.resolve(format.file(name));
  }
}
