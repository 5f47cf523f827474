package dev.poolkeeper.processors.support;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Disappearance;
import dev.poolkeeper.processors.orphan.FormerUse;
import dev.poolkeeper.processors.orphan.History;
import dev.poolkeeper.processors.orphan.Past;
import dev.poolkeeper.processors.orphan.SeenUnused;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A ledger's memory, told object by object. Days are counted back from the night: what was missed 3
 * days ago was seen 4 days ago. {@code with…} is said of the object told last.
 */
public final class RememberedNights implements History {

  private final Map<Subject, Past> told = new HashMap<>();
  private final Map<Subject, SeenUnused> unused = new HashMap<>();
  private final List<FormerUse> former = new ArrayList<>();
  private Subject latest = Subject.ofSource("nobody");

  private RememberedNights() {}

  public static RememberedNights aLedger() {
    return new RememberedNights();
  }

  /** The day this many days before the night. */
  public static LocalDate daysAgo(int days) {
    return LocalDate.ofInstant(InventoryBuilder.NIGHT, ZoneOffset.UTC).minusDays(days);
  }

  /** An object that was there up to the day before it was missed. */
  public RememberedNights gone(String subject, int missedDaysAgo) {
    return put(subject, daysAgo(missedDaysAgo + 1), Optional.of(daysAgo(missedDaysAgo)), List.of());
  }

  /** An object that is there. */
  public RememberedNights there(String subject) {
    return put(subject, daysAgo(0), Optional.empty(), List.of());
  }

  private RememberedNights put(
      String subject, LocalDate lastSeenOn, Optional<LocalDate> missedOn, List<Subject> stoodOn) {
    latest = Subject.parse(subject);
    Optional<String> none = Optional.empty();
    told.put(
        latest,
        new Past(
            latest,
            lastSeenOn,
            missedOn,
            new Past.State(none, none, none, false, Optional.empty(), none, none),
            stoodOn));
    return this;
  }

  /** What a cluster had on the last of its nights, if it is not registered tonight. */
  public RememberedNights formerly(
      String subject, int daysAgo, String driver, String clusterUid, String backend) {
    former.add(
        new FormerUse(
            Subject.parse(subject),
            daysAgo(daysAgo),
            Optional.of(driver),
            Optional.of(clusterUid),
            List.of(Subject.parse(backend))));
    return this;
  }

  /** A claim that was unused on so many nights up to the one before. */
  public RememberedNights unused(String claim, int nights) {
    unused.put(
        Subject.parse(claim),
        new SeenUnused(InventoryBuilder.NIGHT.minus(Duration.ofDays(nights)), nights));
    return this;
  }

  public RememberedNights on(String backend) {
    return replace(state(), List.of(Subject.parse(backend)));
  }

  /** Its phase and its reclaim or deletion policy. */
  public RememberedNights with(String phase, String policy) {
    Past.State s = state();
    return replace(
        new Past.State(
            Optional.of(phase),
            Optional.of(policy),
            s.driver(),
            s.deletionAsked(),
            s.claim(),
            s.claimUid(),
            s.clusterUid()));
  }

  public RememberedNights withDriver(String driver) {
    Past.State s = state();
    return replace(
        new Past.State(
            s.phase(),
            s.policy(),
            Optional.of(driver),
            s.deletionAsked(),
            s.claim(),
            s.claimUid(),
            s.clusterUid()));
  }

  public RememberedNights withDeletionAsked() {
    Past.State s = state();
    return replace(
        new Past.State(
            s.phase(), s.policy(), s.driver(), true, s.claim(), s.claimUid(), s.clusterUid()));
  }

  /** The claim a volume was bound to. */
  public RememberedNights withClaim(String name, String uid) {
    Past.State s = state();
    return replace(
        new Past.State(
            s.phase(),
            s.policy(),
            s.driver(),
            s.deletionAsked(),
            Optional.of(Subject.of(latest.source(), ObjectKind.PERSISTENT_VOLUME_CLAIM, name)),
            Optional.of(uid),
            s.clusterUid()));
  }

  /** The uid of a claim. */
  public RememberedNights withUid(String uid) {
    Past.State s = state();
    return replace(
        new Past.State(
            s.phase(),
            s.policy(),
            s.driver(),
            s.deletionAsked(),
            s.claim(),
            Optional.of(uid),
            s.clusterUid()));
  }

  /** The uid of its cluster's kube-system at that time. */
  public RememberedNights inCluster(String uid) {
    Past.State s = state();
    return replace(
        new Past.State(
            s.phase(),
            s.policy(),
            s.driver(),
            s.deletionAsked(),
            s.claim(),
            s.claimUid(),
            Optional.of(uid)));
  }

  private Past past() {
    return Optional.ofNullable(told.get(latest)).orElseThrow();
  }

  private Past.State state() {
    return past().state();
  }

  private RememberedNights replace(Past.State state) {
    return replace(state, past().stoodOn());
  }

  private RememberedNights replace(Past.State state, List<Subject> stoodOn) {
    Past before = past();
    told.put(latest, new Past(latest, before.lastSeenOn(), before.missedOn(), state, stoodOn));
    return this;
  }

  @Override
  public List<Disappearance> disappearances() {
    return List.of();
  }

  @Override
  public Map<Subject, SeenUnused> unusedClaims() {
    return unused;
  }

  @Override
  public List<FormerUse> formerly(Set<String> clusters) {
    return former.stream().filter(use -> !clusters.contains(use.subject().source())).toList();
  }

  @Override
  public Map<Subject, Past> past(Set<Subject> subjects) {
    Map<Subject, Past> known = new HashMap<>(told);
    known.keySet().retainAll(new HashSet<>(subjects));
    return known;
  }
}
