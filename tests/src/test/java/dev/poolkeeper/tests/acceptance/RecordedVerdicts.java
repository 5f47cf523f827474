package dev.poolkeeper.tests.acceptance;

import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.finding.Judgements;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.judge.FactFinder;
import dev.poolkeeper.processors.judge.NightJudge;
import dev.poolkeeper.processors.judge.Trends;
import dev.poolkeeper.processors.orphan.Completeness;
import dev.poolkeeper.processors.orphan.GuardPolicy;
import dev.poolkeeper.processors.orphan.Guards;
import dev.poolkeeper.processors.orphan.History;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.OrphanPolicy;
import dev.poolkeeper.processors.orphan.RowHistory;
import dev.poolkeeper.processors.protection.ProtectionPolicy;
import dev.poolkeeper.processors.reconcile.Link;
import dev.poolkeeper.processors.reconcile.Reconciler;
import dev.poolkeeper.processors.reconcile.Reconciliation;
import dev.poolkeeper.processors.retention.check.NightRetention;
import dev.poolkeeper.processors.retention.check.RetentionNight;
import dev.poolkeeper.processors.retention.policy.RetentionPolicies;
import dev.poolkeeper.readers.recorded.RecordedEstate;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A recorded estate, read, joined and judged as a night would do it. */
public final class RecordedVerdicts {

  /** When the first night of the demo saw its policies. */
  private static final Instant SINCE = Instant.parse("2026-02-02T02:00:00Z");

  private final Inventory inventory;
  private final Reconciliation join;
  private final Judgements judgements;

  private RecordedVerdicts(
      Inventory inventory, Map<String, RowHistory> history, Function<Night, Trends> trends) {
    this.inventory = inventory;
    this.join = Reconciler.reconcile(inventory);
    Map<String, String> held = Guards.held(inventory, join, history, Set.of(), GuardPolicy.DEFAULT);
    Night night =
        new Night(inventory, join, new Completeness(inventory, held), OrphanPolicy.DEFAULT);
    this.judgements = NightJudge.judge(night, held, History.none(), trends.apply(night));
  }

  /** Judges a recorded night without history, and not how its claims are protected. */
  public static RecordedVerdicts of(Path directory) {
    return of(read(directory), Map.of());
  }

  /**
   * Judges a night that had others before it, how its claims are protected by default, and its
   * snapshots against what tasks and policies promise.
   *
   * @param rowsBefore rows by part on the night before
   */
  static RecordedVerdicts withPromises(
      Path directory, Map<String, Long> rowsBefore, RetentionPolicies policies) {
    return of(
        read(directory),
        rowsBefore,
        night ->
            Trends.none()
                .withProtection(ProtectionPolicy.DEFAULT)
                .withRetention(retention(night, policies)));
  }

  private static NightRetention retention(Night night, RetentionPolicies policies) {
    RetentionNight retention =
        new RetentionNight(
            night, policies, new FactFinder(night)::of, (dataset, promise) -> Optional.of(SINCE));
    List<RetentionNight.Checked> all = retention.all();
    return new NightRetention(
        all.stream().map(RetentionNight.Checked::dataset).toList(), retention.tasks());
  }

  /**
   * Judges a night that had others before it.
   *
   * @param rowsBefore rows by part on the night before
   */
  static RecordedVerdicts of(Path directory, Map<String, Long> rowsBefore) {
    return of(read(directory), rowsBefore);
  }

  private static Inventory read(Path directory) {
    RecordedEstate recorded = RecordedEstate.open(directory, Instant.EPOCH);
    List<Capture> captures = new ArrayList<>();
    List<InventoryObject> objects = new ArrayList<>();
    for (String source : recorded.estate().sources()) {
      for (ObjectKind kind : ObjectKind.of(recorded.estate().sideOf(source))) {
        captures.add(recorded.read(source, kind, objects::add));
      }
    }
    return new Inventory(recorded.estate(), captures, objects.stream());
  }

  /** Judges an inventory, wherever it comes from, on a night that had others before it. */
  public static RecordedVerdicts of(Inventory inventory, Map<String, Long> rowsBefore) {
    return of(inventory, rowsBefore, night -> Trends.none());
  }

  private static RecordedVerdicts of(
      Inventory inventory, Map<String, Long> rowsBefore, Function<Night, Trends> trends) {
    Stream<Map.Entry<String, RowHistory>> history =
        rowsBefore.entrySet().stream()
            .filter(rows -> rows.getValue() > 0)
            .map(
                rows ->
                    Map.entry(
                        rows.getKey(),
                        new RowHistory(
                            OptionalLong.of(rows.getValue()), OptionalLong.of(rows.getValue()))));
    return new RecordedVerdicts(
        inventory,
        history.collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
        trends);
  }

  public Inventory inventory() {
    return inventory;
  }

  public Judgements judgements() {
    return judgements;
  }

  Reconciliation join() {
    return join;
  }

  /** What is said of anything nobody asked to keep, sorted: {@code 102 nas1/…}. */
  public List<String> said() {
    return judgements.candidates().stream()
        .filter(candidate -> !ofTheRun(candidate) && candidate.exemption().isEmpty())
        .map(RecordedVerdicts::text)
        .sorted()
        .toList();
  }

  /** What could not be said of volumes and snapshots, sorted. */
  public List<String> withheld() {
    return judgements.undecided().stream()
        .filter(undecided -> undecided.gap().kind() != Gap.Kind.STALE)
        .map(undecided -> undecided.code().code().substring(2) + " " + undecided.subject())
        .sorted()
        .toList();
  }

  /** Which sources were not complete, or not believed: {@code 902 nas1}. */
  public List<String> distrusted() {
    return judgements.candidates().stream()
        .filter(RecordedVerdicts::ofTheRun)
        .map(RecordedVerdicts::text)
        .toList();
  }

  /** Whether it is about how far the night's own knowledge goes: 9xx. */
  private static boolean ofTheRun(Candidate candidate) {
    return candidate.code().code().startsWith("PK9");
  }

  private static String text(Candidate candidate) {
    return candidate.code().code().substring(2) + " " + candidate.subject();
  }

  /** Every link, sorted. */
  List<String> links() {
    return join.links().map(RecordedVerdicts::text).sorted().toList();
  }

  private static String text(Link link) {
    return link.from() + " -> " + link.to();
  }
}
