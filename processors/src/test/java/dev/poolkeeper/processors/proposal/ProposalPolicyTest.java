package dev.poolkeeper.processors.proposal;

import static dev.poolkeeper.processors.proposal.ProposalWorld.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.processors.finding.CodeGroup;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Glob;
import dev.poolkeeper.processors.finding.MatchKey;
import dev.poolkeeper.processors.finding.SubjectFacts;
import dev.poolkeeper.processors.finding.SubjectMatch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who decides about which plans. */
class ProposalPolicyTest {

  private static final Duration DAY = Duration.ofDays(1);

  private static ApprovalRule rule(ApprovalMode mode) {
    return new ApprovalRule(
        Optional.empty(),
        SubjectMatch.ALL,
        Optional.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        mode);
  }

  private static ApprovalRule at(Stage stage, ApprovalMode mode) {
    return new ApprovalRule(
        Optional.empty(),
        SubjectMatch.ALL,
        Optional.of(stage),
        OptionalLong.empty(),
        Optional.empty(),
        mode);
  }

  private static ApprovalRule upTo(long bytes, ApprovalMode mode) {
    return new ApprovalRule(
        Optional.empty(),
        SubjectMatch.ALL,
        Optional.empty(),
        OptionalLong.of(bytes),
        Optional.empty(),
        mode);
  }

  private static ApprovalMode mode(Stage stage, Reclaim reclaim, ApprovalRule... rules) {
    Plan plan = ProposalWorld.plan(1, reclaim);
    return new ProposalPolicy(List.of(rules), DAY, DAY)
        .mode(plan, stage, SubjectFacts.of(plan.subject()), START.minus(DAY), START);
  }

  private static ApprovalMode mode(Stage stage, ApprovalRule... rules) {
    return mode(stage, Reclaim.exactly(100), rules);
  }

  @ParameterizedTest
  @EnumSource
  void withoutARuleOnePersonDecides(Stage stage) {
    assertThat(mode(stage)).isEqualTo(ApprovalMode.MANUAL);
  }

  @Test
  void firstRuleThatFitsDecides() {
    assertThat(mode(Stage.QUARANTINE, rule(ApprovalMode.TWO_PERSONS), rule(ApprovalMode.NEVER)))
        .isEqualTo(ApprovalMode.TWO_PERSONS);
  }

  @Test
  void nothingIsDestroyedWithoutSomebodyHavingWrittenThatWord() {
    assertThat(mode(Stage.QUARANTINE, rule(ApprovalMode.AUTO))).isEqualTo(ApprovalMode.AUTO);
    assertThat(mode(Stage.DESTROY, rule(ApprovalMode.AUTO))).isEqualTo(ApprovalMode.MANUAL);
    assertThat(mode(Stage.DESTROY, at(Stage.DESTROY, ApprovalMode.AUTO)))
        .isEqualTo(ApprovalMode.AUTO);
    assertThat(mode(Stage.QUARANTINE, at(Stage.DESTROY, ApprovalMode.AUTO)))
        .isEqualTo(ApprovalMode.MANUAL);
    assertThat(mode(Stage.DESTROY, rule(ApprovalMode.NEVER))).isEqualTo(ApprovalMode.NEVER);
  }

  @Test
  void sizeIsTheMostThatMayBeFreedAndUnknownDoesNotFit() {
    ApprovalRule small = upTo(100, ApprovalMode.AUTO);

    assertThat(mode(Stage.QUARANTINE, Reclaim.exactly(100), small)).isEqualTo(ApprovalMode.AUTO);
    assertThat(mode(Stage.QUARANTINE, Reclaim.exactly(101), small)).isEqualTo(ApprovalMode.MANUAL);
    assertThat(mode(Stage.QUARANTINE, new Reclaim(OptionalLong.of(1), OptionalLong.of(101)), small))
        .isEqualTo(ApprovalMode.MANUAL);
    assertThat(mode(Stage.QUARANTINE, new Reclaim(OptionalLong.of(1), OptionalLong.empty()), small))
        .isEqualTo(ApprovalMode.MANUAL);
  }

  @Test
  void ageIsThatOfTheFinding() {
    assertThat(mode(Stage.QUARANTINE, aged(DAY))).isEqualTo(ApprovalMode.AUTO);
    assertThat(mode(Stage.QUARANTINE, aged(DAY.plusSeconds(1)))).isEqualTo(ApprovalMode.MANUAL);
  }

  private static ApprovalRule aged(Duration age) {
    return new ApprovalRule(
        Optional.empty(),
        SubjectMatch.ALL,
        Optional.empty(),
        OptionalLong.empty(),
        Optional.of(age),
        ApprovalMode.AUTO);
  }

  @Test
  void codesAndSubjectsHaveToFit() {
    assertThat(mode(Stage.QUARANTINE, of(FindingCode.BACKEND_WITHOUT_VOLUME, "nas1/**")))
        .isEqualTo(ApprovalMode.AUTO);
    assertThat(mode(Stage.QUARANTINE, of(FindingCode.SHARE_WITHOUT_DATASET, "nas1/**")))
        .isEqualTo(ApprovalMode.MANUAL);
    assertThat(mode(Stage.QUARANTINE, of(FindingCode.BACKEND_WITHOUT_VOLUME, "nas2/**")))
        .isEqualTo(ApprovalMode.MANUAL);
  }

  private static ApprovalRule of(FindingCode code, String subject) {
    return new ApprovalRule(
        Optional.of(CodeGroup.of(code)),
        new SubjectMatch(Map.of(MatchKey.SUBJECT, List.of(new Glob(subject)))),
        Optional.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        ApprovalMode.AUTO);
  }

  @Test
  void lengthsOfTimeMakeSense() {
    Duration before = Duration.ofSeconds(-1);

    assertThatThrownBy(() -> new ProposalPolicy(List.of(), Duration.ZERO, DAY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ProposalPolicy(List.of(), before, DAY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ProposalPolicy(List.of(), DAY, before))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new ProposalPolicy(List.of(), DAY, Duration.ZERO).quarantine()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void modesAreReadAsTheyAreWritten(ApprovalMode mode) {
    assertThat(ApprovalMode.parse(mode.word())).hasValue(mode);
    assertThat(ApprovalMode.parse("anybody")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void statesAreReadAsTheyAreWritten(ProposalState state) {
    assertThat(ProposalState.parse(state.word())).hasValue(state);
    assertThat(ProposalState.parse("gone")).isEmpty();
  }
}
