package dev.poolkeeper.processors.retention.check;

import static dev.poolkeeper.processors.retention.check.SnapshotState.FUTURE;
import static dev.poolkeeper.processors.retention.check.SnapshotState.KEPT;
import static dev.poolkeeper.processors.retention.check.SnapshotState.OVERDUE;
import static dev.poolkeeper.processors.retention.check.SnapshotState.UNDECIDED;
import static dev.poolkeeper.processors.retention.check.SnapshotState.UNOWNED;
import static dev.poolkeeper.processors.retention.check.SnapshotState.UNPARSABLE;

import dev.poolkeeper.processors.inventory.ReplicationTask;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.processors.retention.naming.NamingSchema;
import dev.poolkeeper.processors.retention.owner.Claim;
import dev.poolkeeper.processors.retention.owner.RemovalDate;
import dev.poolkeeper.processors.retention.owner.TaskPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Judges a snapshot by who owns it on its NAS.
 *
 * <p>As TrueNAS does: a date set on the snapshot itself goes before all; else every task that owns
 * it has a say, and the latest wins. Whoever disclaims it leaves it to nobody. Nothing is called
 * overdue whose date or owner is not known.
 */
final class OwnerJudge {

  /** TrueNAS removes after each run of a task; within a day every one has run or is late itself. */
  static final Duration GRACE = Duration.ofHours(24);

  /** Names are by the minute, clocks and zones are off by hours; more is another date. */
  private static final Duration CONTRADICTION = Duration.ofHours(25);

  private final DatasetContext context;
  private final Instant asOf;

  /** By naming schema, as reading a name is most of the work. */
  private final Map<NamingSchema, List<TaskPlan>> plans = new LinkedHashMap<>();

  OwnerJudge(DatasetContext context) {
    this.context = context;
    this.asOf = context.nas().asOf();
    for (TaskPlan plan : context.nas().plans()) {
      plan.schema()
          .known()
          .ifPresent(schema -> plans.computeIfAbsent(schema, s -> new ArrayList<>()).add(plan));
    }
  }

  /** What everybody says of a snapshot; a date that is set on it goes before all others. */
  List<Claim> claims(ZfsSnapshot snapshot) {
    return claims(snapshot, taskClaims(snapshot));
  }

  /**
   * The same.
   *
   * @param ofTasks what {@link #taskClaims} gave
   */
  List<Claim> claims(ZfsSnapshot snapshot, List<Claim> ofTasks) {
    Optional<Instant> date = RemovalDate.of(snapshot, context.nas().hostId(), context.nas().zone());
    if (date.isPresent()) {
      LocalDateTime madeAt =
          LocalDateTime.ofInstant(snapshot.createdAt().orElse(asOf), ZoneOffset.UTC);
      return List.of(new Claim.Removes(snapshot.subject(), madeAt, date.get()));
    }
    List<Claim> claims = new ArrayList<>(ofTasks);
    context.writing().forEach(plan -> plan.claim(snapshot.name()).ifPresent(claims::add));
    return claims;
  }

  /** What the periodic tasks of the NAS say of a snapshot. */
  List<Claim> taskClaims(ZfsSnapshot snapshot) {
    List<Claim> claims = new ArrayList<>();
    Optional<ZoneId> zone = context.nas().zone();
    plans.forEach(
        (schema, those) ->
            schema
                .read(snapshot.name(), zone.orElse(ZoneOffset.UTC))
                .known()
                .ifPresent(
                    time ->
                        those.forEach(
                            plan ->
                                claims.add(plan.claim(context.path(), time, zone.isPresent())))));
    return claims;
  }

  /**
   * @param claims what {@link #claims} gave
   * @param lastOfSchema whether it is the newest of its task's
   */
  SnapshotVerdict judge(ZfsSnapshot snapshot, List<Claim> claims, boolean lastOfSchema) {
    List<Claim.Removes> owners = owners(claims);
    List<Claim> others =
        claims.stream().filter(c -> c instanceof Claim.Keeps || c instanceof Claim.Unsure).toList();
    if (!others.isEmpty()) {
      Claim first = others.get(0);
      return first instanceof Claim.Keeps keeps
          ? SnapshotVerdict.of(snapshot, KEPT, text(keeps.owner(), keeps.why()))
          : SnapshotVerdict.of(
              snapshot, UNDECIDED, text(first.owner(), ((Claim.Unsure) first).why()));
    }
    return owners.isEmpty() ? unowned(snapshot, claims) : owned(snapshot, owners, lastOfSchema);
  }

  static List<Claim.Removes> owners(List<Claim> claims) {
    return claims.stream()
        .filter(Claim.Removes.class::isInstance)
        .map(Claim.Removes.class::cast)
        .toList();
  }

  private SnapshotVerdict owned(
      ZfsSnapshot snapshot, List<Claim.Removes> owners, boolean lastOfSchema) {
    Optional<Instant> removeAt =
        owners.stream().map(Claim.Removes::removeAt).max(Instant::compareTo);
    List<String> reasons =
        owners.stream()
            .sorted((a, b) -> b.removeAt().compareTo(a.removeAt()))
            .map(owner -> text(owner.owner(), "removes it at " + owner.removeAt()))
            .toList();
    Optional<SnapshotVerdict> wrongDate = contradiction(snapshot, owners);
    if (wrongDate.isPresent()) {
      return wrongDate.get();
    }
    if (!removeAt.orElseThrow().plus(GRACE).isBefore(asOf)) {
      return new SnapshotVerdict(snapshot, KEPT, reasons, removeAt);
    }
    if (lastOfSchema) {
      return new SnapshotVerdict(
          snapshot, KEPT, List.of("the last of its schema, which is never removed"), removeAt);
    }
    Optional<ReplicationTask> waiting = context.nas().waiting(context.path());
    if (waiting.isPresent() || !context.nas().allReplicationKnown()) {
      return new SnapshotVerdict(
          snapshot,
          UNDECIDED,
          List.of(
              waiting
                  .map(task -> "it may wait for " + task.subject().path())
                  .orElse("not all replication tasks are known: one may wait for it")),
          removeAt);
    }
    return new SnapshotVerdict(snapshot, OVERDUE, reasons, removeAt);
  }

  /** Its name dates it to another day than ZFS does. */
  private Optional<SnapshotVerdict> contradiction(
      ZfsSnapshot snapshot, List<Claim.Removes> owners) {
    if (context.nas().zone().isEmpty()) {
      return Optional.empty();
    }
    Instant named = owners.get(0).madeAt().atZone(context.nas().zone().get()).toInstant();
    if (named.isAfter(asOf.plus(CONTRADICTION))) {
      return Optional.of(
          SnapshotVerdict.of(snapshot, FUTURE, "its name tells " + owners.get(0).madeAt()));
    }
    return snapshot
        .createdAt()
        .filter(at -> Duration.between(at, named).abs().compareTo(CONTRADICTION) > 0)
        .filter(at -> !owners.get(0).owner().equals(snapshot.subject()))
        .map(
            at ->
                SnapshotVerdict.of(
                    snapshot,
                    UNDECIDED,
                    "its name tells %s, and it was made at %s"
                        .formatted(owners.get(0).madeAt(), at)));
  }

  private SnapshotVerdict unowned(ZfsSnapshot snapshot, List<Claim> claims) {
    Optional<GeneratedName> generated = GeneratedName.of(snapshot.name());
    List<String> disclaimed = disclaimed(claims);
    if (disclaimed.isEmpty() && context.copy().isPresent()) {
      return SnapshotVerdict.of(
          snapshot,
          UNDECIDED,
          "%s: who sends it says what is kept".formatted(context.copy().get()));
    }
    if (disclaimed.isEmpty() && generated.filter(g -> g != GeneratedName.TRUENAS).isPresent()) {
      return SnapshotVerdict.of(
          snapshot,
          UNDECIDED,
          "named as %s names: whether that removes it is not known"
              .formatted(generated.get().maker()));
    }
    if (disclaimed.isEmpty() && generated.isEmpty()) {
      return SnapshotVerdict.of(snapshot, UNPARSABLE, "no task makes such names");
    }
    if (!context.nas().allReplicationKnown()) {
      return SnapshotVerdict.of(
          snapshot, UNDECIDED, "not all replication tasks are known: one may own it");
    }
    return new SnapshotVerdict(
        snapshot,
        UNOWNED,
        disclaimed.isEmpty()
            ? List.of("named as a TrueNAS task names, and no task here makes such names")
            : disclaimed,
        Optional.empty());
  }

  /** Of tasks that cover the dataset, or else of those that make such names elsewhere. */
  private List<String> disclaimed(List<Claim> claims) {
    List<Claim.Disclaims> all =
        claims.stream()
            .filter(Claim.Disclaims.class::isInstance)
            .map(Claim.Disclaims.class::cast)
            .toList();
    List<Claim.Disclaims> near =
        all.stream()
            .filter(
                c ->
                    context.nas().plans().stream()
                        .filter(plan -> plan.subject().equals(c.owner()))
                        .allMatch(plan -> plan.scope().covers(context.path())))
            .toList();
    return Stream.of(near, all)
        .filter(list -> !list.isEmpty())
        .findFirst()
        .orElse(List.of())
        .stream()
        .map(c -> text(c.owner(), c.why()))
        .toList();
  }

  private static String text(Subject owner, String why) {
    return (owner.path().contains("@") ? "the date set on it" : owner.path()) + " " + why;
  }
}
