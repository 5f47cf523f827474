package dev.poolkeeper.tests.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolumeClaim;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.judge.ClaimProtections;
import dev.poolkeeper.processors.orphan.Completeness;
import dev.poolkeeper.processors.orphan.GuardPolicy;
import dev.poolkeeper.processors.orphan.Guards;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.OrphanPolicy;
import dev.poolkeeper.processors.protection.ClaimProtection;
import dev.poolkeeper.processors.protection.ProtectionPolicy;
import dev.poolkeeper.processors.reconcile.Reconciler;
import dev.poolkeeper.processors.reconcile.Reconciliation;
import dev.poolkeeper.processors.reconcile.SameSystems;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the claims of every scenario are protected: what must hold of all of them. */
class ScenarioProtectionTest {

  static List<Scenario> scenarios() {
    return Scenario.all();
  }

  private static List<ClaimProtection> claims(Inventory read) {
    Inventory inventory = SameSystems.once(read);
    Reconciliation join = Reconciler.reconcile(inventory);
    Map<String, String> held =
        Guards.held(inventory, join, Map.of(), Set.of(), GuardPolicy.DEFAULT);
    return ClaimProtections.of(
        new Night(inventory, join, new Completeness(inventory, held), OrphanPolicy.DEFAULT),
        ProtectionPolicy.DEFAULT);
  }

  private static Set<Subject> bad(Inventory inventory) {
    return claims(inventory).stream()
        .filter(claim -> claim.verdict().bad())
        .map(ClaimProtection::claim)
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyBoundClaimIsJudgedOnceAtMost(Scenario scenario) {
    Inventory inventory = Recording.of(scenario).estate().inventory();
    Set<Subject> bound =
        inventory.all(ObjectKind.PERSISTENT_VOLUME_CLAIM, PersistentVolumeClaim.class).stream()
            .filter(claim -> claim.phase().equals("Bound"))
            .map(PersistentVolumeClaim::subject)
            .collect(Collectors.toSet());

    assertThat(claims(inventory))
        .extracting(ClaimProtection::claim)
        .doesNotHaveDuplicates()
        .isSubsetOf(bound);
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void noListThatIsMissingMakesAClaimUnprotected(Scenario scenario) {
    ReadEstate estate = Recording.of(scenario).estate();
    Set<Subject> bad = bad(estate.inventory());

    assertThat(estate.parts())
        .allSatisfy(
            part ->
                assertThat(bad)
                    .containsAll(bad(estate.without(part, CaptureStatus.NOT_READ).inventory())));
  }
}
