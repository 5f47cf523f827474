package dev.poolkeeper.jobs.demo;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The recorded nights inside the product, and what nights before them left in the ledger. */
final class DemoEstate {

  private static final String RESOURCE = "/demo/demo-estate.zip";
  private static final String PAST = "past/";
  private static final Pattern ENTRY = Pattern.compile("nights/(\\d{4}-\\d{2}-\\d{2})/(.+)");

  private DemoEstate() {}

  static List<LocalDate> nights() throws IOException {
    TreeSet<LocalDate> nights = new TreeSet<>();
    try (ZipInputStream zip = open()) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Matcher matcher = ENTRY.matcher(entry.getName());
        if (matcher.matches()) {
          nights.add(LocalDate.parse(matcher.group(1)));
        }
      }
    }
    return List.copyOf(nights);
  }

  /** Unpacks the recording of a night into an empty directory, dated as the night it stands for. */
  static void unpack(DemoNights.Night night, Path directory) throws IOException {
    try (ZipInputStream zip = open()) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Matcher matcher = ENTRY.matcher(entry.getName());
        if (matcher.matches() && matcher.group(1).equals(night.recording().toString())) {
          Path file = directory.resolve(matcher.group(2)).normalize();
          if (!file.startsWith(directory)) {
            throw new IOException(
                "the demo estate holds a path that leads out: " + entry.getName());
          }
          Files.createDirectories(
              directory.relativize(file).getNameCount() > 1 ? parent(file) : directory);
          Files.write(file, dated(file, zip.readAllBytes(), night));
        }
      }
    }
  }

  /** A file of what earlier nights left in the ledger. */
  static byte[] past(String name) throws IOException {
    try (ZipInputStream zip = open()) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(PAST + name)) {
          return zip.readAllBytes();
        }
      }
    }
    throw new IOException("the demo estate of this build of poolkeeper holds no " + PAST + name);
  }

  private static Path parent(Path file) {
    Path parent = file.getParent();
    return parent == null ? file : parent;
  }

  private static byte[] dated(Path file, byte[] content, DemoNights.Night night) {
    if (!file.endsWith("estate.json")) {
      return content;
    }
    return new String(content, StandardCharsets.UTF_8)
        .replace(night.recording() + "T", night.date() + "T")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static ZipInputStream open() throws IOException {
    InputStream resource = DemoEstate.class.getResourceAsStream(RESOURCE);
    if (resource == null) {
      throw new IOException("this build of poolkeeper holds no demo estate");
    }
    return new ZipInputStream(new BufferedInputStream(resource));
  }
}
