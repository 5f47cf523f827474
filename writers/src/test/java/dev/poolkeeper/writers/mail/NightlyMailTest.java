package dev.poolkeeper.writers.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.delivery.Audience;
import dev.poolkeeper.processors.delivery.Room;
import dev.poolkeeper.processors.report.NightlyReport;
import dev.poolkeeper.writers.report.HostileNames;
import dev.poolkeeper.writers.report.SampleReports;
import dev.poolkeeper.writers.report.SampleSources;
import dev.poolkeeper.writers.text.TextWidth;
import dev.poolkeeper.writers.text.VisibleText;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NightlyMailTest {

  private static final NightlyMail MAILS = new NightlyMail(ZoneOffset.UTC, "storage");
  private static final Room UNKNOWN = new Room(List.of(), Set.of());

  private static MailContent mail(NightlyReport report) {
    return MAILS.of(
        report,
        new MailScope(Audience.ALL, "", false, List.of("Enclosed: nightly.pdf (1 MiB).")),
        UNKNOWN);
  }

  static Stream<NightlyReport> nights() {
    return Stream.of(
        SampleReports.busy(),
        SampleReports.quiet(),
        SampleReports.incomplete(),
        SampleReports.huge(),
        SampleReports.named(HostileNames.WORST));
  }

  @ParameterizedTest
  @MethodSource("nights")
  void textFitsItsScreenAndHidesNothing(NightlyReport report) {
    String text = mail(report).text();
    Set<String> commands =
        report.topActions().stream()
            .flatMap(action -> action.commands().stream())
            .map(command -> VisibleText.of(command.command()))
            .collect(Collectors.toSet());

    assertThat(text.lines().filter(line -> !commands.contains(line.strip())))
        .allSatisfy(
            line -> {
              assertThat(TextWidth.of(line)).as(line).isLessThanOrEqualTo(72);
              assertThat(line.codePoints().noneMatch(VisibleText::hidden)).as(line).isTrue();
            });
    assertThat(text).contains(report.verdict().name()).contains("Enclosed: nightly.pdf (1 MiB).");
  }

  @ParameterizedTest
  @MethodSource("nights")
  void pageIsSmallLoadsNothingAndHasNoForeignMarkup(NightlyReport report) {
    MailContent mail = mail(report);

    assertThat(mail.html().length()).isLessThan(100 << 10);
    assertThat(mail.html())
        .doesNotContain(
            "<script", "<img src=x", "onerror=alert(1)>", "http://", "https://", "<link")
        .doesNotContain("url(");
    assertThat(mail.pictures())
        .allSatisfy(picture -> assertThat(mail.html()).contains("cid:" + picture.name()));
    assertThat(mail.subject().codePoints().noneMatch(VisibleText::hidden)).isTrue();
    assertThat(TextWidth.of(mail.subject())).isLessThanOrEqualTo(150);
  }

  @Test
  void commandsStandInTheTextInOnePiece() {
    assertThat(mail(SampleReports.busy()).text().lines().map(String::strip))
        .contains(
            "On prod-a:", SampleReports.busy().topActions().get(0).commands().get(0).command());
  }

  @Test
  void manySourcesAndWarningsAreNotAllListedThoseThatLackSomethingFirst() {
    MailContent mail = mail(SampleSources.many(SampleReports.busy(), 60));

    assertThat(mail.text())
        .contains("And 48 more sources, in the report.", "And 54 more warnings, in the report.");
    assertThat(mail.html().length()).isLessThan(100 << 10);
  }

  @Test
  void theSameReportGivesTheSameMail() {
    MailContent first = mail(SampleReports.busy());
    MailContent again =
        new NightlyMail(ZoneOffset.UTC, "storage")
            .of(
                SampleReports.busy(),
                new MailScope(Audience.ALL, "", false, List.of("Enclosed: nightly.pdf (1 MiB).")),
                UNKNOWN);

    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.html()).isEqualTo(first.html());
    assertThat(again.pictures().stream().map(Enclosure::bytes).toList())
        .usingRecursiveComparison()
        .isEqualTo(first.pictures().stream().map(Enclosure::bytes).toList());
  }

  @Test
  void subjectSaysVerdictChangeAndSpace() {
    assertThat(mail(SampleReports.busy()).subject())
        .contains("[storage][", "][CRITICAL] nightly 2026-02-11: +1 finding, 1 resolved, 612 GiB");
    assertThat(mail(SampleReports.quiet()).subject())
        .endsWith("[OK] nightly 2026-02-11: all is well");
  }
}
