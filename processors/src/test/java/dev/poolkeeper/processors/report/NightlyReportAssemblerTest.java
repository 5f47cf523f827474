package dev.poolkeeper.processors.report;

import static dev.poolkeeper.processors.support.FindingBuilder.aFinding;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.FindingStatus;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.inventory.Owner;
import dev.poolkeeper.processors.space.EstateSpace;
import dev.poolkeeper.processors.support.FindingBuilder;
import dev.poolkeeper.processors.support.InventoryBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What the report of a night says. */
class NightlyReportAssemblerTest {

  private static final FindingCode LOST = FindingCode.VOLUME_WITHOUT_BACKEND;
  private static final FindingCode ORPHAN = FindingCode.BACKEND_WITHOUT_VOLUME;

  private static NightlyReport report(FindingBuilder... findings) {
    return report(Arrays.stream(findings).map(FindingBuilder::build).toList());
  }

  private static NightlyReport report(List<Finding> findings) {
    return report(findings, List.of(), Map.of());
  }

  private static NightlyReport report(
      List<Finding> findings, List<FullDateLine> fullDates, Map<String, Owner> owners) {
    return new NightlyReportAssembler(2)
        .assemble(
            new NightFacts(
                "1",
                false,
                LocalDate.of(2026, 2, 11),
                InventoryBuilder.NIGHT,
                findings,
                Optional.of(LocalDate.of(2026, 2, 10)),
                OptionalInt.of(90),
                List.of(),
                100,
                List.of(),
                4,
                List.of(),
                Map.of(),
                List.of(),
                EstateSpace.of(List.of(), List.of(), List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                ProtectionFacts.NONE,
                RetentionFacts.NONE,
                ProposalFacts.NONE,
                fullDates,
                owners,
                Map.of()));
  }

  private static FindingBuilder orphan(String name) {
    return aFinding(ORPHAN, "nas1/datasets/" + name);
  }

  @Test
  void nightWithoutFindingsIsFine() {
    NightlyReport report = report();

    assertThat(report.verdict()).isEqualTo(NightVerdict.OK);
    assertThat(report.score()).isEqualTo(100);
    assertThat(report.scoreDelta()).hasValue(10);
    assertThat(report.headlines()).containsExactly("Nothing asks for attention");
    assertThat(report.groups()).isEmpty();
    assertThat(report.reclaimable()).isEqualTo(new Reclaimable(0, 0, 0, 0));
  }

  @Test
  void spaceIsSummedByHowSureItIs() {
    NightlyReport report =
        report(
            orphan("a").frees(100),
            orphan("b").frees(20).unconfirmed().status(FindingStatus.NEW),
            orphan("c").frees(3).status(FindingStatus.EXCEPTED),
            orphan("d"),
            orphan("e").frees(7000).status(FindingStatus.RESOLVED),
            orphan("f").neverSeen().status(FindingStatus.UNDECIDED));

    assertThat(report.reclaimable()).isEqualTo(new Reclaimable(100, 20, 3, 1));
  }

  @Test
  void groupCountsAllAndShowsTheWeightiestFirst() {
    FindingGroup group =
        report(orphan("small").frees(1), orphan("unknown"), orphan("large").frees(9))
            .groups()
            .get(0);

    assertThat(group.total()).isEqualTo(3);
    assertThat(group.reclaimableBytes()).hasValue(10);
    assertThat(group.reclaimableUnknown()).isEqualTo(1);
    assertThat(group.findings().stream().map(FindingLine::subject))
        .containsExactly("nas1/datasets/large", "nas1/datasets/small");
  }

  @Test
  void groupOfUnknownSizeHasNoSum() {
    assertThat(report(orphan("a")).groups().get(0).reclaimableBytes()).isEmpty();
  }

  @Test
  void topActionsAreTheMostUrgentConfirmedOnes() {
    NightlyReport report =
        report(
            orphan("a").frees(1),
            orphan("b").frees(2),
            orphan("excepted").status(FindingStatus.EXCEPTED),
            orphan("waiting").unconfirmed(),
            orphan("gone").status(FindingStatus.RESOLVED),
            aFinding(LOST, "prod-a/persistentvolumes/lost").frees(0));

    assertThat(report.topActions().stream().map(ActionLine::subject))
        .containsExactly("prod-a/persistentvolumes/lost", "nas1/datasets/b", "nas1/datasets/a");
  }

  @Test
  void theSoonestFullDateIsAHeadlineWithBothEnds() {
    LocalDate from = LocalDate.of(2026, 3, 14);
    FullDateLine tank = fills("nas1/pools/tank", from, Optional.of(from.plusDays(40)));
    FullDateLine slow = fills("nas1/pools/slow", from.plusDays(9), Optional.empty());

    assertThat(report(List.of(), List.of(tank, slow), Map.of()).headlines())
        .containsExactly(
            "Nothing asks for attention",
            "Soonest full: nas1/pools/tank between 2026-03-14 and 2026-04-23 (80 %), likely"
                + " 2026-03-19; new capacity had to be ordered by 2026-01-28");
    assertThat(report(List.of(), List.of(slow), Map.of()).headlines().get(1))
        .startsWith("Soonest full: nas1/pools/slow from 2026-03-23 on at the earliest (80 %)");
  }

  @Test
  void whatNeverFillsIsNoHeadline() {
    FullDateLine never =
        new FullDateLine(
            "nas1/pools/tank",
            "never",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "it shrinks");

    assertThat(report(List.of(), List.of(never), Map.of()).headlines())
        .containsExactly("Nothing asks for attention");
  }

  private static FullDateLine fills(String pool, LocalDate from, Optional<LocalDate> to) {
    return new FullDateLine(
        pool,
        "fills",
        Optional.of(from),
        Optional.of(from.plusDays(5)),
        to,
        Optional.of(from.minusDays(45)),
        "even growth");
  }

  @Test
  void anActionNamesItsOwnerIfOneIsKnown() {
    Owner team = new Owner("media-team", "label team of namespace media");
    NightlyReport report =
        report(
            List.of(orphan("a").frees(2).build(), orphan("b").frees(1).build()),
            List.of(),
            Map.of("nas1/datasets/a", team));

    assertThat(report.topActions().get(0).owner()).hasValue(team);
    assertThat(report.topActions().get(1).owner()).isEmpty();
  }

  @Test
  void countsTellAllOpenFindingsByHowFarTheyAreBelieved() {
    assertThat(
            report(
                    orphan("a").frees(4),
                    orphan("b").frees(3),
                    orphan("c").unconfirmed().status(FindingStatus.NEW),
                    orphan("d").status(FindingStatus.EXCEPTED),
                    orphan("e").status(FindingStatus.HELD),
                    orphan("f").status(FindingStatus.RESOLVED))
                .counts())
        .extracting(
            count -> count.belief() + " " + count.findings() + " " + count.reclaimableBytes())
        .containsExactlyInAnyOrder("confirmed 2 7", "waiting 1 0", "excepted 1 0", "withheld 1 0");
  }

  @Test
  void changesAreToldApart() {
    Changes changes =
        report(
                orphan("new").unconfirmed().status(FindingStatus.NEW),
                orphan("back").unconfirmed().status(FindingStatus.REOPENED),
                orphan("gone").status(FindingStatus.RESOLVED),
                orphan("still"),
                orphan("held").status(FindingStatus.HELD),
                orphan("question").neverSeen().status(FindingStatus.UNDECIDED))
            .changes();

    assertThat(changes.appeared()).hasSize(1);
    assertThat(changes.reopened()).hasSize(1);
    assertThat(changes.resolved()).hasSize(1);
    assertThat(changes.persisting()).isEqualTo(1);
    assertThat(changes.withheld()).isEqualTo(1);
  }

  @Test
  void headlinesNameTheWorstFirst() {
    assertThat(
            report(
                    orphan("a"),
                    orphan("b"),
                    aFinding(LOST, "prod-a/persistentvolumes/lost"),
                    aFinding(FindingCode.INVENTORY_INCOMPLETE, "nas2"),
                    orphan("c").unconfirmed().status(FindingStatus.NEW))
                .headlines())
        .containsExactly(
            "nas2 could not be read completely, so verdicts that need it are withheld",
            "1 volume has lost its dataset",
            "2 datasets are used by no volume",
            "1 finding is still to be confirmed by further nights");
  }

  @Test
  void dataLostInOneNightIsAHeadlineAndAnOrdinaryFallIsNot() {
    FindingBuilder fall = aFinding(FindingCode.SUDDEN_SHRINK, "nas1/pools/tank");
    assertThat(report(fall).headlines()).containsExactly("Nothing asks for attention");
    assertThat(report(fall.ofSeverity(Severity.CRITICAL)).headlines())
        .containsExactly("1 sudden loss of data");
  }

  @Test
  void incompleteNightIsNeverCalledFineNorOnlyCritical() {
    assertThat(report(aFinding(FindingCode.HELD_BY_GUARD, "nas1")).verdict())
        .isEqualTo(NightVerdict.INCOMPLETE);
    assertThat(
            report(
                    aFinding(LOST, "prod-a/persistentvolumes/lost"),
                    aFinding(FindingCode.INVENTORY_INCOMPLETE, "nas1"))
                .verdict())
        .isEqualTo(NightVerdict.INCOMPLETE);
    assertThat(
            report(
                    aFinding(FindingCode.INVENTORY_INCOMPLETE, "nas1")
                        .status(FindingStatus.RESOLVED))
                .verdict())
        .isEqualTo(NightVerdict.OK);
  }

  @Test
  void worstOpenFindingGivesTheVerdict() {
    assertThat(report(orphan("a")).verdict()).isEqualTo(NightVerdict.ATTENTION);
    assertThat(report(orphan("a"), aFinding(LOST, "prod-a/persistentvolumes/x")).verdict())
        .isEqualTo(NightVerdict.CRITICAL);
    assertThat(report(aFinding(LOST, "prod-a/persistentvolumes/x").unconfirmed()).verdict())
        .isEqualTo(NightVerdict.OK);
  }

  @Test
  void scoreWeighsConfirmedOpenFindingsOnly() {
    List<Finding> findings =
        List.of(
            orphan("a").build(),
            aFinding(LOST, "prod-a/persistentvolumes/x").build(),
            orphan("b").status(FindingStatus.EXCEPTED).build(),
            orphan("c").status(FindingStatus.RESOLVED).build(),
            orphan("d").unconfirmed().build());

    assertThat(Score.of(findings, 100)).isEqualTo(94);
    assertThat(Score.of(findings, 0)).isEqualTo(70);
    assertThat(Score.of(Collections.nCopies(50, findings.get(1)), 20)).isZero();
    assertThat(Score.of(List.of(), 0)).isEqualTo(100);
  }

  @Test
  void orderOfTheFindingsDoesNotMatter() {
    List<Finding> findings = new ArrayList<>();
    for (int number = 0; number < 12; number++) {
      findings.add(orphan("d" + number).frees(number % 3).build());
    }
    NightlyReport straight = report(findings);
    Collections.reverse(findings);

    assertThat(report(findings)).isEqualTo(straight);
  }
}
