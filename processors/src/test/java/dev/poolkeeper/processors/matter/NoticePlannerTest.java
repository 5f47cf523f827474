package dev.poolkeeper.processors.matter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.delivery.Grouping;
import dev.poolkeeper.processors.delivery.NoticeKind;
import dev.poolkeeper.processors.delivery.Route;
import dev.poolkeeper.processors.finding.Cause;
import dev.poolkeeper.processors.finding.CodeGroup;
import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.FindingStatus;
import dev.poolkeeper.processors.finding.ProbableCause;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.finding.SubjectMatch;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.matter.NoticePlanner.Manner;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoticePlannerTest {

  private static final LocalDate NIGHT = LocalDate.of(2026, 2, 11);
  private static final Instant SEEN = Instant.parse("2026-02-09T02:00:00Z");
  private static final Route WARNINGS =
      new Route(Optional.empty(), Severity.WARNING, SubjectMatch.ALL, 1);

  private final Map<String, LastTold> told = new HashMap<>();
  private Manner manner = new Manner(20, false);
  private Grouping grouping = Grouping.NONE;
  private List<Route> routes = List.of(WARNINGS);

  private static Finding finding(String name, FindingStatus status, Severity severity) {
    return finding(name, status, severity, OptionalLong.of(1 << 20), Optional.empty());
  }

  private static Finding finding(
      String name,
      FindingStatus status,
      Severity severity,
      OptionalLong bytes,
      Optional<ProbableCause> cause) {
    return new Finding(
        FindingCode.BACKEND_WITHOUT_VOLUME,
        Subject.parse("nas1/datasets/tank/" + name),
        status,
        severity,
        true,
        SEEN,
        SEEN,
        3,
        bytes,
        List.of("no volume names it"),
        Optional.of("a note"),
        cause);
  }

  private static Finding open(String name) {
    return finding(name, FindingStatus.PERSISTING, Severity.WARNING);
  }

  /** Plans, and remembers what was told as the ledger does. */
  private List<NoticeDraft> night(Finding... findings) {
    FindingMatters matters = new FindingMatters(List.of(findings), Map.of(), routes, grouping);
    List<NoticeDraft> drafts =
        new NoticePlanner(manner).plan(matters.standings(), told, matters, matters::rest);
    drafts.forEach(
        d ->
            told.put(d.topic(), new LastTold(d.topic(), d.group(), d.kind(), d.material(), NIGHT)));
    return drafts;
  }

  private static List<String> words(List<NoticeDraft> drafts) {
    return drafts.stream().map(d -> d.kind().word() + " " + d.topic()).toList();
  }

  @Test
  void aMatterIsOpenedOnceAndItsEndIsToldOnce() {
    assertThat(words(night(open("a")))).containsExactly("opened PK102:nas1/datasets/tank/a");
    assertThat(night(open("a"))).isEmpty();
    List<NoticeDraft> over = night(finding("a", FindingStatus.RESOLVED, Severity.WARNING));
    assertThat(words(over)).containsExactly("recovered PK102:nas1/datasets/tank/a");
    assertThat(over.get(0).ended())
        .contains("resolved: looked for with complete knowledge, and gone");
    assertThat(over.get(0).title()).isEqualTo("PK102 backend-without-volume: nas1/datasets/tank/a");
    assertThat(night()).isEmpty();
  }

  @Test
  void whatIsBackIsReopened() {
    night(open("a"));
    night();
    List<NoticeDraft> back = night(finding("a", FindingStatus.REOPENED, Severity.WARNING));
    assertThat(words(back)).containsExactly("reopened PK102:nas1/datasets/tank/a");
    assertThat(back.get(0).changes()).containsExactly("it was over as of 2026-02-11, and is back");
  }

  @Test
  void onlyWhatIsMaterialIsToldAgain() {
    night(
        finding("a", FindingStatus.NEW, Severity.WARNING, OptionalLong.of(100), Optional.empty()));
    assertThat(night(bytes(199))).isEmpty();
    assertThat(night(bytes(200)).get(0).changes()).containsExactly("could free 200 B, was 100 B");
    assertThat(night(bytes(101))).isEmpty();
    assertThat(night(bytes(100)).get(0).changes()).containsExactly("could free 100 B, was 200 B");
    ProbableCause cause = new ProbableCause(Cause.RETAIN_POLICY, "seen");
    List<NoticeDraft> changed =
        night(
            finding(
                "a",
                FindingStatus.PERSISTING,
                Severity.CRITICAL,
                OptionalLong.empty(),
                Optional.of(cause)));
    assertThat(changed.get(0).kind()).isEqualTo(NoticeKind.CHANGED);
    assertThat(changed.get(0).changes())
        .containsExactly(
            "critical now, was warning",
            "probable cause: " + cause.cause().word(),
            "could free not known, was 100 B");
  }

  private static Finding bytes(long bytes) {
    return finding(
        "a", FindingStatus.PERSISTING, Severity.WARNING, OptionalLong.of(bytes), Optional.empty());
  }

  @Test
  void whatIsNotKnownTonightIsNeitherBegunNorChangedNorEnded() {
    Finding held = finding("a", FindingStatus.HELD, Severity.WARNING);
    Finding undecided = finding("a", FindingStatus.UNDECIDED, Severity.CRITICAL);
    assertThat(night(held)).isEmpty();
    night(open("a"));
    assertThat(night(held)).isEmpty();
    assertThat(night(undecided)).isEmpty();
    routes = List.of(new Route(Optional.empty(), Severity.CRITICAL, SubjectMatch.ALL, 1));
    assertThat(night(held)).isEmpty();
  }

  @Test
  void whatIsExceptedOrNoLongerOfTheChannelIsOverWithTheReason() {
    night(open("a"), open("b"));
    List<NoticeDraft> over =
        night(
            finding("a", FindingStatus.EXCEPTED, Severity.WARNING),
            finding("b", FindingStatus.PERSISTING, Severity.INFO));
    assertThat(over.stream().map(d -> d.ended().orElseThrow()))
        .containsExactly(
            "left alone: a note", "still open as info, and no longer of this channel's routes");
  }

  @Test
  void whatIsBeyondTheCapIsToldInOneAndComesIntoItsOwnOnLaterNights() {
    manner = new Manner(2, false);
    Finding[] five = IntStream.range(0, 5).mapToObj(n -> open("d" + n)).toArray(Finding[]::new);
    assertThat(words(night(five)))
        .containsExactly(
            "opened PK102:nas1/datasets/tank/d0",
            "opened PK102:nas1/datasets/tank/d1",
            "opened more");
    List<NoticeDraft> second = night(five);
    assertThat(words(second))
        .containsExactly(
            "opened PK102:nas1/datasets/tank/d2",
            "opened PK102:nas1/datasets/tank/d3",
            "changed more");
    assertThat(second.get(2).title()).isEqualTo("1 more finding: PK102 on nas1");
    assertThat(words(night(five)))
        .containsExactly("opened PK102:nas1/datasets/tank/d4", "recovered more");
    assertThat(night(five)).isEmpty();
  }

  @Test
  void theMostUrgentComeFirst() {
    manner = new Manner(1, false);
    assertThat(words(night(open("a"), finding("b", FindingStatus.NEW, Severity.CRITICAL))))
        .containsExactly("opened PK102:nas1/datasets/tank/b", "opened more");
  }

  @Test
  void whatIsForgottenWithoutRepetitionIsConfirmedEveryNight() {
    manner = new Manner(Integer.MAX_VALUE, true);
    night(open("a"));
    assertThat(words(night(open("a")))).containsExactly("confirmed PK102:nas1/datasets/tank/a");
    assertThat(words(night(finding("a", FindingStatus.HELD, Severity.WARNING))))
        .containsExactly("confirmed PK102:nas1/datasets/tank/a");
  }

  @Test
  void aGroupIsOneMatterThatNamesWhoCameAndWent() {
    grouping = Grouping.CODE;
    assertThat(words(night(open("a"), open("b")))).containsExactly("opened PK102@nas1");
    List<NoticeDraft> changed = night(open("b"), open("c"));
    assertThat(words(changed)).containsExactly("changed PK102@nas1");
    assertThat(changed.get(0).changes())
        .containsExactly(
            "1 new in it: PK102:nas1/datasets/tank/c",
            "1 no longer in it: PK102:nas1/datasets/tank/a");
    assertThat(changed.get(0).title()).isEqualTo("PK102 backend-without-volume: 2 on nas1");
    assertThat(words(night())).containsExactly("recovered PK102@nas1");
  }

  @Test
  void aNestedGroupComesBeforeItsMembersAndEndsAfterThem() {
    grouping = Grouping.NESTED;
    List<NoticeDraft> first = night(open("a"), open("b"));
    assertThat(words(first))
        .containsExactly(
            "opened PK102@nas1",
            "opened PK102:nas1/datasets/tank/a",
            "opened PK102:nas1/datasets/tank/b");
    assertThat(first.stream().map(NoticeDraft::group))
        .containsExactly(Optional.empty(), Optional.of("PK102@nas1"), Optional.of("PK102@nas1"));

    assertThat(words(night(open("b"))))
        .containsExactly("changed PK102@nas1", "recovered PK102:nas1/datasets/tank/a");
    assertThat(words(night()))
        .containsExactly("recovered PK102:nas1/datasets/tank/b", "recovered PK102@nas1");
    assertThat(words(night(open("a"))))
        .containsExactly("reopened PK102@nas1", "reopened PK102:nas1/datasets/tank/a");
  }

  @Test
  void theCapCountsGroupsAndMembersAndTellsTheRestOnce() {
    grouping = Grouping.NESTED;
    manner = new Manner(3, false);
    Finding[] five = IntStream.range(0, 5).mapToObj(n -> open("d" + n)).toArray(Finding[]::new);
    List<NoticeDraft> first = night(five);
    assertThat(words(first))
        .containsExactly(
            "opened PK102@nas1",
            "opened PK102:nas1/datasets/tank/d0",
            "opened PK102:nas1/datasets/tank/d1",
            "opened more");
    assertThat(first.get(3).title()).isEqualTo("3 more findings: PK102 on nas1");
    assertThat(words(night(five)))
        .containsExactly(
            "opened PK102:nas1/datasets/tank/d2",
            "opened PK102:nas1/datasets/tank/d3",
            "opened PK102:nas1/datasets/tank/d4",
            "recovered more");
  }

  @Test
  void whatIsBeyondTheCapWithItsGroupIsCountedOnce() {
    grouping = Grouping.NESTED;
    manner = new Manner(0, false);
    List<NoticeDraft> first = night(open("a"), open("b"));
    assertThat(words(first)).containsExactly("opened more");
    assertThat(first.get(0).title()).isEqualTo("2 more findings: PK102 on nas1");
    assertThat(first.get(0).shown()).hasSize(2);
  }

  @Test
  void routesPickByCodeAndByHowLongItIsSeen() {
    routes =
        List.of(
            new Route(
                Optional.of(CodeGroup.of(FindingCode.INVENTORY_INCOMPLETE)),
                Severity.INFO,
                SubjectMatch.ALL,
                1));
    assertThat(night(open("a"))).isEmpty();
    routes = List.of(new Route(Optional.empty(), Severity.WARNING, SubjectMatch.ALL, 4));
    assertThat(night(open("a"))).isEmpty();
    routes = List.of(new Route(Optional.empty(), Severity.WARNING, SubjectMatch.ALL, 3));
    assertThat(night(open("a"))).hasSize(1);
  }

  @Test
  void longTitlesKeepBothEnds() {
    String title = night(open("x".repeat(300) + "-end")).get(0).title();
    assertThat(title).hasSize(200).startsWith("PK102 backend-without-volume").endsWith("x-end");
  }
}
