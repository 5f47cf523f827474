package dev.poolkeeper.tests.corpus;

import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.finding.Judgements;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.finding.Verdict.Undecided;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.judge.NightJudge;
import dev.poolkeeper.processors.judge.Trends;
import dev.poolkeeper.processors.orphan.Completeness;
import dev.poolkeeper.processors.orphan.Disappearance;
import dev.poolkeeper.processors.orphan.GuardPolicy;
import dev.poolkeeper.processors.orphan.Guards;
import dev.poolkeeper.processors.orphan.History;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.OrphanPolicy;
import dev.poolkeeper.processors.orphan.RowHistory;
import dev.poolkeeper.processors.reconcile.Reconciler;
import dev.poolkeeper.processors.reconcile.Reconciliation;
import dev.poolkeeper.processors.reconcile.SameSystems;
import dev.poolkeeper.processors.retention.policy.RetentionPolicies;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** An inventory, joined and judged as a night would do it. */
record JudgedNight(Inventory inventory, Reconciliation join, Judgements judgements) {

  static JudgedNight of(Inventory inventory) {
    return of(inventory, Map.of(), List.of());
  }

  /**
   * Judges a night that had others before it.
   *
   * @param rows of every part on those nights
   * @param gone what was reported on them and then went
   */
  static JudgedNight of(Inventory read, Map<String, RowHistory> rows, List<Disappearance> gone) {
    return of(read, rows, gone, Trends.none());
  }

  /** The same, with what the course of the nights says. */
  static JudgedNight of(
      Inventory read, Map<String, RowHistory> rows, List<Disappearance> gone, Trends trends) {
    return of(read, rows, gone, trends, RetentionPolicies.NONE);
  }

  /** The same, with policies of the configuration. */
  static JudgedNight of(
      Inventory read,
      Map<String, RowHistory> rows,
      List<Disappearance> gone,
      Trends trends,
      RetentionPolicies policies) {
    Inventory inventory = SameSystems.once(read);
    Reconciliation join = Reconciler.reconcile(inventory);
    Map<String, String> held = Guards.held(inventory, join, rows, Set.of(), GuardPolicy.DEFAULT);
    Night night =
        new Night(inventory, join, new Completeness(inventory, held), OrphanPolicy.DEFAULT);
    Trends known = trends.withRetention(Retention.of(night, policies));
    return new JudgedNight(inventory, join, NightJudge.judge(night, held, History.of(gone), known));
  }

  /** What is said; a verdict that only keeps earlier ones alive is not. */
  Stream<Verdict> verdicts() {
    return Stream.concat(
        judgements.candidates().stream(),
        judgements.undecided().stream().filter(v -> v.gap().kind() != Gap.Kind.STALE));
  }

  /** Volumes and snapshots that are called orphans of either side, by code and subject. */
  List<String> orphans() {
    return judgements.candidates().stream()
        .filter(candidate -> candidate.code().code().matches("PK[12]\\d\\d"))
        .map(JudgedNight::line)
        .toList();
  }

  /** Every verdict with all its words, sorted by its line. */
  Map<String, List<String>> words() {
    Map<String, List<String>> words = new TreeMap<>();
    verdicts().forEach(verdict -> words.put(line(verdict), words(verdict)));
    return words;
  }

  /** Every object that was read. */
  List<InventoryObject> objects() {
    return Stream.of(ObjectKind.values())
        .flatMap(kind -> inventory.all(kind, InventoryObject.class).stream())
        .toList();
  }

  /** Every link of the join, sorted. */
  List<String> links() {
    return join.links()
        .map(link -> "%s %s %s".formatted(link.from(), link.confidence(), link.to()))
        .sorted()
        .toList();
  }

  /** {@code PK102 nas1/…}, {@code excepted PK102 nas1/…} or {@code undecided PK102 nas1/…}. */
  static String line(Verdict verdict) {
    String line = verdict.code().code() + " " + verdict.subject();
    if (verdict instanceof Candidate candidate) {
      return (candidate.exemption().isPresent() ? "excepted " : "") + line;
    }
    return "undecided " + line;
  }

  private static List<String> words(Verdict verdict) {
    if (verdict instanceof Undecided undecided) {
      return List.of(undecided.gap().reason());
    }
    Candidate candidate = (Candidate) verdict;
    Stream<String> bytes =
        Stream.of(
            candidate.reclaimableBytes().isPresent()
                ? "frees " + candidate.reclaimableBytes().getAsLong()
                : "frees an unknown amount");
    return Stream.of(candidate.evidence().stream(), bytes, candidate.exemption().stream())
        .flatMap(words -> words)
        .toList();
  }
}
