package dev.poolkeeper.tests.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher in a checkout of its own, with a java and a mvn that only note how they ran. */
class LauncherIT {

  private static final List<String> TOOLS =
      List.of(
          "dirname",
          "readlink",
          "uname",
          "id",
          "sed",
          "head",
          "find",
          "mkdir",
          "touch",
          "cat",
          "rm",
          "sleep",
          "flock");

  @TempDir private Path folder;
  private LauncherCheckout checkout;

  @BeforeEach
  void checkOut() throws IOException {
    checkout = new LauncherCheckout(folder.resolve("a check out"), TOOLS);
    checkout.installJava(17, true);
    checkout.installMaven();
  }

  @Test
  void missingJarIsBuiltAndRunWithAllArguments() throws Exception {
    var run = checkout.run("run", "nightly", "--out", "a b");

    assertThat(run.output()).isEqualTo("[run][nightly][--out][a b]\n");
    assertThat(run.errors()).startsWith("poolkeeper: building");
    assertThat(run.exitCode()).isEqualTo(checkout.exitCodeOfJava());
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void freshJarNeedsNoMaven() throws Exception {
    checkout.run();
    checkout.removeMaven();

    var run = checkout.run("check");

    assertThat(run.output()).isEqualTo("[check]\n");
    assertThat(run.errors()).isEmpty();
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "pom.xml,2",
    "jobs/pom.xml,2",
    "processors/src/main/java/Rule.java,2",
    "sql/migrations/V001__nights.sql,2",
    "report-templates/templates/nightly.html,2",
    "processors/src/test/java/RuleTest.java,1",
    "tests/src/test/java/SomeIT.java,1",
    "sql/target/poolkeeper-sql.jar,1"
  })
  void onlyWhatTheJarIsMadeOfMakesItStale(String source, int builds) throws Exception {
    checkout.run();
    Path file = checkout.directory().resolve(source);
    Files.createDirectories(file.resolve("..").normalize());
    Files.writeString(file, "changed");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));

    checkout.run();

    assertThat(checkout.builds()).isEqualTo(builds);
  }

  @Test
  void removedSourceMakesItStale() throws Exception {
    Path source = checkout.directory().resolve("processors/src/main/java/Rule.java");
    checkout.run();
    Files.delete(source);

    checkout.run();

    assertThat(checkout.builds()).isEqualTo(2);
  }

  @Test
  void linkFromElsewhereFindsTheCheckout() throws Exception {
    Path link = folder.resolve("pk");
    Files.createSymbolicLink(link, Path.of("a check out/poolkeeper"));

    assertThat(checkout.runScript(link, "check").output()).isEqualTo("[check]\n");
  }

  @Test
  void twoAtOnceBuildOnce() throws Exception {
    checkout.slowMavenDown();
    Process first = checkout.start(checkout.script(), "one");
    Process second = checkout.start(checkout.script(), "two");

    assertThat(first.waitFor()).isEqualTo(checkout.exitCodeOfJava());
    assertThat(second.waitFor()).isEqualTo(checkout.exitCodeOfJava());
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void failedBuildRunsNothing() throws Exception {
    checkout.breakMaven();

    var run = checkout.run("check");

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.output()).isEmpty();
    assertThat(run.errors()).contains("the build failed").contains("Next:");
  }

  @Test
  void newerJavaIsAskedToBeQuiet() throws Exception {
    checkout.installJava(25, true);
    checkout.run();

    assertThat(checkout.javaOptions())
        .contains("-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow");
  }

  @ParameterizedTest
  @CsvSource({
    "ID=debian,apt-get install -y default-jdk-headless maven",
    "'ID=linuxmint;ID_LIKE=\"ubuntu debian\"',apt-get install -y openjdk-21-jdk-headless maven",
    "ID=fedora,dnf install -y java-latest-openjdk-devel maven",
    "'ID=rocky;ID_LIKE=\"rhel centos fedora\"',dnf install -y java-21-openjdk-devel maven",
    "ID=alpine,apk add openjdk21 maven",
    "ID=arch,pacman -S --needed jdk-openjdk maven",
    "'ID=opensuse-leap;ID_LIKE=\"suse opensuse\"',zypper install -y java-21-openjdk-devel maven",
    "ID=plan9,install a JDK of version 17 or newer and Apache Maven 3.8 or newer"
  })
  void withoutJavaTheInstallLineOfThisSystemIsPrinted(String release, String line)
      throws Exception {
    checkout.removeJava();
    checkout.osRelease(release.replace(';', '\n'));

    var run = checkout.run("check");

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.output()).isEmpty();
    assertThat(run.errors()).contains("there is no Java here").contains(line);
  }

  @Test
  void olderJavaMissingMavenAndMissingCompilerAreNamed() throws Exception {
    checkout.installJava(11, true);
    assertThat(checkout.run().errors()).contains("is Java 11; it needs version 17 or newer");
    checkout.installJava(21, false);
    assertThat(checkout.run().errors()).contains("a JRE, not a JDK");
    checkout.removeMaven();
    assertThat(checkout.run().errors()).contains("there is no Maven (mvn) here");
    assertThat(checkout.run().exitCode()).isEqualTo(4);
  }

  @Test
  void executableInTheRepository() throws IOException {
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(LauncherCheckout.original())))
        .startsWith("rwx");
  }
}
