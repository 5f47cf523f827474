package dev.poolkeeper.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.finding.Cause;
import dev.poolkeeper.processors.finding.FindingCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds docs/findings.md to the catalogue in the code; with -Ddocs.update=true writes it anew. */
class FindingDocsTest {

  private static final Path PAGE = Path.of("../docs/findings.md");

  @Test
  void pageIsWhatTheCatalogueSays() throws IOException {
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(PAGE, page());
    }
    assertThat(PAGE)
        .as(
            "docs/findings.md is out of date: mvn -pl tests -am -Dtest=FindingDocsTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.update=true test")
        .content()
        .isEqualTo(page());
  }

  private static String page() {
    return """
    # Findings

    <!-- Written from FindingCode.java and Cause.java by FindingDocsTest. Do not edit. -->

    A finding is a code, a subject and evidence. Codes never change their meaning. `poolkeeper explain CODE` prints the same.
    A code that needs confirmation is listed with severity info from the first night it is seen, and gets its own severity
    once it was seen on `orphans.confirm-runs` complete nights and is older than `orphans.grace` (see
    [configuration](configuration.md)). What was left behind also has its [probable cause](#causes), where one is known.

    | code | name | severity | needs confirmation | what it says |
    |---|---|---|---|---|
    """
        + Arrays.stream(FindingCode.values())
            .map(FindingDocsTest::row)
            .collect(Collectors.joining())
        + Arrays.stream(FindingCode.values())
            .map(FindingDocsTest::section)
            .collect(Collectors.joining())
        + causes();
  }

  private static String causes() {
    return """

    ## Causes

    Why something was left behind, or is missing, as far as tonight's facts or the ledger's own memory show it; each with the
    sentence it rests on. Where neither shows it the cause is `null`: nothing is guessed. What was seen happening counts more
    than what is merely in the way. `poolkeeper explain CAUSE` prints the same.

    | cause | how it comes about | what to do |
    |---|---|---|
    """
        + Arrays.stream(Cause.values()).map(FindingDocsTest::row).collect(Collectors.joining());
  }

  private static String row(Cause cause) {
    return "| %s | %s | %s |\n".formatted(cause.word(), cause.meaning(), cause.action());
  }

  private static String row(FindingCode code) {
    return "| [%s](#%s) | %s | %s | %s | %s |\n"
        .formatted(
            code.code(),
            (code.code() + "-" + code.word()).toLowerCase(Locale.ROOT),
            code.word(),
            code.severity().word(),
            code.needsConfirmation() ? "yes" : "no",
            code.title());
  }

  private static String section(FindingCode code) {
    String actions =
        code.actions().stream().map(action -> "* " + action + "\n").collect(Collectors.joining());
    String references =
        code.references().isEmpty()
            ? ""
            : "\nMet by others: " + String.join(", ", code.references()) + "\n";
    return "\n## %s %s\n\n**%s.** %s\n\nWhat to do:\n\n%s%s"
        .formatted(
            code.code(), code.word(), code.title(), code.meaning().strip(), actions, references);
  }
}
