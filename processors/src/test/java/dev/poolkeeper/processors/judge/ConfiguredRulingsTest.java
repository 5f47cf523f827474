package dev.poolkeeper.processors.judge;

import static dev.poolkeeper.processors.finding.FindingCode.BACKEND_WITHOUT_VOLUME;
import static dev.poolkeeper.processors.finding.FindingCode.VOLUME_STUCK_RELEASED;
import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.finding.CodeGroup;
import dev.poolkeeper.processors.finding.ExceptionRule;
import dev.poolkeeper.processors.finding.FindingRules;
import dev.poolkeeper.processors.finding.Glob;
import dev.poolkeeper.processors.finding.MatchKey;
import dev.poolkeeper.processors.finding.Rulings;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.finding.SeverityRule;
import dev.poolkeeper.processors.finding.SubjectMatch;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Completeness;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.OrphanPolicy;
import dev.poolkeeper.processors.reconcile.Reconciler;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What the configuration says of the candidates of a night. */
class ConfiguredRulingsTest {

  private static final LocalDate DATE = LocalDate.of(2026, 2, 11);
  private static final Subject LEGACY = Subject.parse("nas1/datasets/tank/k8s/legacy-1");
  private static final Subject OTHER = Subject.parse("nas1/datasets/tank/k8s/pvc-x");

  private static Night night() {
    Inventory inventory =
        anInventory()
            .dataset(aDataset("tank/k8s/legacy-1").marked("legacy-1"))
            .dataset(aDataset("tank/k8s/pvc-x").marked("pvc-x"))
            .build();
    return new Night(
        inventory,
        Reconciler.reconcile(inventory),
        new Completeness(inventory, Map.of()),
        OrphanPolicy.DEFAULT);
  }

  private static Candidate candidate(Subject subject) {
    return new Candidate(
        BACKEND_WITHOUT_VOLUME, subject, OptionalLong.of(5), List.of("why"), Optional.empty());
  }

  private static SubjectMatch legacy() {
    return new SubjectMatch(Map.of(MatchKey.DATASET, List.of(new Glob("tank/k8s/legacy-*"))));
  }

  private static FindingRules exceptingLegacy(LocalDate expires) {
    return new FindingRules(
        List.of(
            new ExceptionRule(
                CodeGroup.of(BACKEND_WITHOUT_VOLUME),
                legacy(),
                "kept for audit",
                Optional.empty(),
                Optional.of(expires))),
        List.of());
  }

  private static FindingRules legacyIsCritical() {
    return new FindingRules(
        List.of(),
        List.of(
            new SeverityRule(CodeGroup.of(BACKEND_WITHOUT_VOLUME), legacy(), Severity.CRITICAL)));
  }

  private static Rulings rulings(FindingRules rules) {
    return ConfiguredRulings.of(night(), List.of(candidate(LEGACY), candidate(OTHER)), rules, DATE);
  }

  @Test
  void onlyWhatARuleCoversHasARuling() {
    assertThat(rulings(exceptingLegacy(DATE)).entries())
        .extracting(Rulings.Entry::subject)
        .containsExactly(LEGACY);
    assertThat(rulings(legacyIsCritical()).entries())
        .extracting(entry -> entry.ruling().severity())
        .containsExactly(Optional.of(Severity.CRITICAL));
  }

  @Test
  void configurationWithoutRulesSaysNothing() {
    assertThat(rulings(FindingRules.NONE).entries()).isEmpty();
  }

  @Test
  void expiredExceptionIsStillSaid() {
    assertThat(rulings(exceptingLegacy(DATE.minusDays(1))).of(BACKEND_WITHOUT_VOLUME, LEGACY))
        .satisfies(ruling -> assertThat(ruling.exemption()).isEmpty())
        .satisfies(ruling -> assertThat(ruling.remark().orElseThrow()).contains("2026-02-10"));
  }

  private static boolean excepted(FindingRules rules, Subject subject) {
    return ConfiguredRulings.excepted(night(), rules, DATE).test(BACKEND_WITHOUT_VOLUME, subject);
  }

  @Test
  void onlyAnExceptionInForceLeavesAFindingAlone() {
    assertThat(excepted(exceptingLegacy(DATE), LEGACY)).isTrue();
    assertThat(excepted(exceptingLegacy(DATE), OTHER)).isFalse();
    assertThat(excepted(exceptingLegacy(DATE.minusDays(1)), LEGACY)).isFalse();
    assertThat(excepted(legacyIsCritical(), LEGACY)).isFalse();
    assertThat(
            ConfiguredRulings.excepted(night(), exceptingLegacy(DATE), DATE)
                .test(VOLUME_STUCK_RELEASED, LEGACY))
        .isFalse();
  }
}
