package dev.poolkeeper.tests.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The newest night of the demo estate, unpacked. */
final class DemoNight {

  private static final String ZIP = "/demo/demo-estate.zip";

  private DemoNight() {}

  static Path unpack(Path directory) {
    try {
      String newest = newest();
      try (ZipInputStream zip = open()) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          if (entry.getName().startsWith(newest) && !entry.isDirectory()) {
            Path file = directory.resolve(entry.getName().substring(newest.length()));
            Files.createDirectories(file.resolveSibling("."));
            Files.write(file, zip.readAllBytes());
          }
        }
      }
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ZipInputStream open() {
    InputStream stream = DemoNight.class.getResourceAsStream(ZIP);
    return new ZipInputStream(Objects.requireNonNull(stream, ZIP));
  }

  private static String newest() throws IOException {
    String newest = "";
    try (ZipInputStream zip = open()) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        int end = entry.getName().indexOf('/', "nights/".length());
        String night = end < 0 ? "" : entry.getName().substring(0, end + 1);
        if (night.startsWith("nights/") && night.compareTo(newest) > 0) {
          newest = night;
        }
      }
    }
    return newest;
  }
}
