package dev.poolkeeper.processors.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.finding.Judgements;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.judge.NightJudge;
import dev.poolkeeper.processors.judge.Trends;
import dev.poolkeeper.processors.orphan.Completeness;
import dev.poolkeeper.processors.orphan.Disappearance;
import dev.poolkeeper.processors.orphan.History;
import dev.poolkeeper.processors.orphan.Night;
import dev.poolkeeper.processors.orphan.OrphanPolicy;
import dev.poolkeeper.processors.reconcile.Link;
import dev.poolkeeper.processors.reconcile.Match;
import dev.poolkeeper.processors.reconcile.Reconciler;
import dev.poolkeeper.processors.reconcile.Reconciliation;
import dev.poolkeeper.processors.reconcile.SameSystems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One inventory joined and judged, with what must hold of every night already held. */
public final class JudgedNight {

  private final Reconciliation join;
  private final Judgements judgements;

  private JudgedNight(
      Inventory seen, Map<String, String> held, History history, OrphanPolicy policy) {
    Inventory inventory = SameSystems.once(seen);
    this.join = Reconciler.reconcile(inventory);
    Night night = new Night(inventory, join, new Completeness(inventory, held), policy);
    this.judgements = NightJudge.judge(night, held, history, Trends.none());
  }

  public static JudgedNight judged(InventoryBuilder inventory) {
    return judged(inventory, Map.of());
  }

  /**
   * Judges the inventory, and again in other orders.
   *
   * @param held reason by part that the guard distrusts
   */
  public static JudgedNight judged(InventoryBuilder inventory, Map<String, String> held) {
    return judged(inventory, held, History.none());
  }

  /**
   * The same, with history.
   *
   * @param history what was reported and went
   */
  public static JudgedNight judged(
      InventoryBuilder inventory, Map<String, String> held, List<Disappearance> history) {
    return judged(inventory, held, History.of(history));
  }

  /** The same, with all that the ledger remembers. */
  public static JudgedNight judged(
      InventoryBuilder inventory, Map<String, String> held, History history) {
    return judged(inventory, held, history, OrphanPolicy.DEFAULT);
  }

  /** The same, by another policy. */
  public static JudgedNight judged(
      InventoryBuilder inventory, Map<String, String> held, History history, OrphanPolicy policy) {
    JudgedNight night = new JudgedNight(inventory.build(), held, history, policy);
    for (long seed = 1; seed <= 3; seed++) {
      JudgedNight other = new JudgedNight(inventory.shuffled(seed), held, history, policy);
      assertThat(other.judgements.candidates()).isEqualTo(night.judgements.candidates());
      assertThat(other.judgements.undecided()).isEqualTo(night.judgements.undecided());
      assertThat(other.links()).isEqualTo(night.links());
    }
    night.assertOneVerdictPerObject(inventory.size());
    return night;
  }

  private void assertOneVerdictPerObject(int objects) {
    Map<FindingCode, Integer> verdicts = new HashMap<>();
    verdicts().forEach(verdict -> verdicts.merge(verdict.code(), 1, Integer::sum));
    verdicts.forEach((code, count) -> assertThat(count).as(code.code()).isLessThan(objects + 1));
    assertThat(verdicts().map(v -> v.code() + " " + v.subject())).doesNotHaveDuplicates();
  }

  private Stream<Verdict> verdicts() {
    return Stream.concat(judgements.candidates().stream(), judgements.undecided().stream());
  }

  /** All that is said, sorted: {@code PK102 nas1/datasets/a}, with a ? where it is undecided. */
  public List<String> said() {
    return Stream.concat(
            judgements.candidates().stream().map(v -> v.code().code() + " " + v.subject()),
            judgements.undecided().stream()
                .filter(v -> v.gap().kind() != Gap.Kind.STALE)
                .map(v -> v.code().code() + "? " + v.subject()))
        .sorted()
        .toList();
  }

  /** The same without 901 and 902. */
  public List<String> verdictsSaid() {
    return said().stream().filter(text -> !text.startsWith("PK9")).toList();
  }

  public Candidate candidate(String subject) {
    List<Candidate> found =
        judgements.candidates().stream()
            .filter(c -> c.subject().toString().equals(subject))
            .toList();
    assertThat(found).as(said() + "").hasSize(1);
    return found.get(0);
  }

  public Gap gap(String subject) {
    return judgements.undecided().stream()
        .filter(u -> u.subject().toString().equals(subject))
        .findFirst()
        .orElseThrow(() -> new AssertionError(said()))
        .gap();
  }

  /** What could be freed by all candidates together, unknown figures left out. */
  public long reclaimableBytes() {
    return judgements.candidates().stream().mapToLong(c -> c.reclaimableBytes().orElse(0)).sum();
  }

  public Judgements judgements() {
    return judgements;
  }

  public Match match(String subject) {
    return join.match(Subject.parse(subject)).orElseThrow();
  }

  public Reconciliation join() {
    return join;
  }

  /** Every link, sorted: {@code prod-a/persistentvolumes/a CONFIRMED nas1/datasets/b}. */
  public List<String> links() {
    return join.links().map(JudgedNight::text).sorted().toList();
  }

  private static String text(Link link) {
    return link.from() + " " + link.confidence() + " " + link.to();
  }
}
