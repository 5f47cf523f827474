package dev.poolkeeper.tests.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A small checkout with the real launcher and a PATH on which nothing else is. */
final class LauncherCheckout {

  record Run(int exitCode, String output, String errors) {}

  private static final int EXIT_CODE_OF_JAVA = 3;

  private final Path directory;
  private final Path tools;
  private final Path jdk;
  private final Path notes;
  private final Path osRelease;

  LauncherCheckout(Path directory, List<String> toolNames) throws IOException {
    this.directory = directory;
    Path outside = directory.resolveSibling("out side");
    tools = outside.resolve("tools");
    jdk = outside.resolve("jdk");
    notes = outside.resolve("notes");
    osRelease = outside.resolve("os-release");
    Files.createDirectories(tools);
    Files.createDirectories(notes);
    for (String module : List.of("processors", "readers", "writers", "jobs")) {
      Files.createDirectories(directory.resolve(module).resolve("src/main/java"));
      Files.writeString(directory.resolve(module).resolve("pom.xml"), "");
    }
    Files.createDirectories(directory.resolve("sql/migrations"));
    Files.createDirectories(directory.resolve("report-templates/templates"));
    Files.writeString(directory.resolve("pom.xml"), "");
    Files.writeString(directory.resolve("processors/src/main/java/Rule.java"), "");
    Files.copy(original(), script());
    permit(script());
    for (String tool : toolNames) {
      borrow(tool);
    }
    osRelease("ID=debian");
  }

  /** The launcher of this repository. */
  static Path original() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isRegularFile(folder.resolve("poolkeeper"))) {
      folder = folder.resolve("..").normalize();
    }
    return folder.resolve("poolkeeper");
  }

  Path directory() {
    return directory;
  }

  Path script() {
    return directory.resolve("poolkeeper");
  }

  int exitCodeOfJava() {
    return EXIT_CODE_OF_JAVA;
  }

  void installJava(int version, boolean withCompiler) throws IOException {
    removeJava();
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + ".0.1\"\n");
    program(
        jdk.resolve("bin/java"),
        """
        while [ "$1" != -jar ]; do echo "$1" >>"%s/java"; shift; done
        shift 2
        for word; do printf '[%%s]' "$word"; done
        echo
        exit %d
        """
            .formatted(notes, EXIT_CODE_OF_JAVA));
    if (withCompiler) {
      program(jdk.resolve("bin/javac"), "exit 0\n");
    }
    Files.createSymbolicLink(tools.resolve("java"), jdk.resolve("bin/java"));
  }

  void removeJava() throws IOException {
    Files.deleteIfExists(tools.resolve("java"));
    Files.deleteIfExists(jdk.resolve("bin/javac"));
  }

  void installMaven() throws IOException {
    maven("");
  }

  void slowMavenDown() throws IOException {
    maven("sleep 1\n");
  }

  void breakMaven() throws IOException {
    maven("exit 1\n");
  }

  void removeMaven() throws IOException {
    Files.deleteIfExists(tools.resolve("mvn"));
  }

  private void maven(String first) throws IOException {
    program(
        tools.resolve("mvn"),
        first
            + """
            echo built >>"%s/mvn"
            echo "Maven speaks on stdout"
            mkdir -p jobs/target/plain
            touch jobs/target/poolkeeper.jar jobs/target/plain/poolkeeper.jar
            """
                .formatted(notes));
  }

  void osRelease(String content) throws IOException {
    Files.writeString(osRelease, content + "\n");
  }

  int builds() throws IOException {
    return Files.exists(notes.resolve("mvn")) ? Files.readAllLines(notes.resolve("mvn")).size() : 0;
  }

  List<String> javaOptions() throws IOException {
    return Files.readAllLines(notes.resolve("java"));
  }

  Run run(String... arguments) throws IOException, InterruptedException {
    return runScript(script(), arguments);
  }

  Run runScript(Path script, String... arguments) throws IOException, InterruptedException {
    Process process = start(script, arguments);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output, Files.readString(notes.resolve("errors")));
  }

  Process start(Path script, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(notes.toFile())
            .redirectError(notes.resolve("errors").toFile());
    builder.environment().clear();
    builder.environment().put("PATH", tools.toString());
    builder.environment().put("POOLKEEPER_OS_RELEASE", osRelease.toString());
    return builder.start();
  }

  /** A script that calls the real tool, wherever this system has it. */
  private void borrow(String tool) throws IOException {
    Path real =
        Stream.of(Path.of("/usr/bin"), Path.of("/bin"))
            .map(folder -> folder.resolve(tool))
            .filter(Files::exists)
            .findFirst()
            .orElseThrow();
    program(tools.resolve(tool), "exec " + real + " \"$@\"\n");
  }

  private static void program(Path file, String content) throws IOException {
    Files.deleteIfExists(file);
    Files.writeString(file, "#!/bin/sh\n" + content);
    permit(file);
  }

  private static void permit(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
