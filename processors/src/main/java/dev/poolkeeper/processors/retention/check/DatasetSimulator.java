package dev.poolkeeper.processors.retention.check;

import dev.poolkeeper.processors.inventory.SpaceUsage;
import dev.poolkeeper.processors.inventory.ZfsSnapshot;
import dev.poolkeeper.processors.retention.naming.NamingSchema;
import dev.poolkeeper.processors.retention.owner.Claim;
import dev.poolkeeper.processors.retention.owner.TaskPlan;
import dev.poolkeeper.processors.retention.policy.DatedSnapshot;
import dev.poolkeeper.processors.retention.policy.Keeper;
import dev.poolkeeper.processors.retention.policy.RetentionPolicy;
import dev.poolkeeper.processors.retention.schedule.CronSchedule;
import dev.poolkeeper.processors.retention.schedule.Runs;
import dev.poolkeeper.processors.retention.schedule.Runs.Run;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Lets time pass over one dataset: tasks make snapshots on their schedules, and what is due goes.
 *
 * <p>Whatever is held, has a clone, is Kubernetes' own or belongs to nobody stays. Everything due
 * is gone at the end, as after a run of every task. Days one by one, or all at once: both come to
 * the same.
 */
final class DatasetSimulator {

  /** More runs of one task are not simulated. */
  private static final int MOST = 100_000;

  private final DatasetContext context;

  DatasetSimulator(DatasetContext context) {
    this.context = context;
  }

  /** What it has come to. */
  record State(Map<String, ZfsSnapshot> snapshots, Instant at) {}

  Simulation simulate(List<ZfsSnapshot> snapshots, int days, int atATime) {
    Map<String, ZfsSnapshot> now = new HashMap<>();
    snapshots.forEach(snapshot -> now.put(snapshot.name(), snapshot));
    State start = new State(now, context.nas().asOf());
    State end = start;
    for (int left = days; left > 0; left -= atATime) {
      end = pass(end, Duration.ofDays(Math.min(left, atATime)));
    }
    Set<String> removed = new HashSet<>(now.keySet());
    removed.removeAll(end.snapshots().keySet());
    List<ZfsSnapshot> going = snapshots.stream().filter(s -> removed.contains(s.name())).toList();
    List<ZfsSnapshot> staying =
        snapshots.stream().filter(s -> !removed.contains(s.name())).toList();
    OptionalLong all =
        context.dataset().map(d -> d.usage().snapshotBytes()).orElse(OptionalLong.empty());
    return new Simulation(
        context.subject(),
        now.size(),
        made(start.at(), end.at()).size(),
        removed,
        end.snapshots().keySet(),
        end.at(),
        FreedBytes.of(going, staying, all),
        remarks());
  }

  /** The state some time later. */
  State pass(State state, Duration time) {
    Instant end = state.at().plus(time);
    Map<String, ZfsSnapshot> all = new HashMap<>(made(state.at(), end));
    all.putAll(state.snapshots());
    Set<String> due = new HashSet<>();
    Optional<RetentionPolicy> policy = context.policy();
    Set<String> governed = new HashSet<>();
    if (policy.isPresent()) {
      List<DatedSnapshot> dated = new ArrayList<>();
      for (ZfsSnapshot snapshot : all.values()) {
        if (SnapshotJudge.governed(policy.get(), snapshot, context, end)) {
          governed.add(snapshot.name());
          dated.add(
              new DatedSnapshot(
                  snapshot.name(), snapshot.createdAt().orElseThrow(), pinned(snapshot)));
        }
      }
      new Keeper(policy.get().keep(), zone())
          .split(dated, end)
          .dropped()
          .forEach(dropped -> due.add(dropped.name()));
    }
    due.addAll(byTasks(all, governed, end));
    all.keySet().removeAll(due);
    return new State(all, end);
  }

  private Set<String> byTasks(Map<String, ZfsSnapshot> all, Set<String> governed, Instant end) {
    OwnerJudge owners = new OwnerJudge(context);
    Map<String, List<Claim>> claims = new HashMap<>();
    for (ZfsSnapshot snapshot : all.values()) {
      if (!governed.contains(snapshot.name()) && !context.uses().kubernetes().test(snapshot)) {
        claims.put(snapshot.name(), owners.claims(snapshot));
      }
    }
    Set<String> last = SnapshotJudge.lastOfSchemas(claims);
    Set<String> due = new HashSet<>();
    claims.forEach(
        (name, said) -> {
          ZfsSnapshot snapshot = all.get(name);
          boolean unsure =
              said.stream().anyMatch(c -> c instanceof Claim.Keeps || c instanceof Claim.Unsure);
          Optional<Instant> removeAt =
              OwnerJudge.owners(said).stream().map(Claim.Removes::removeAt).max(Instant::compareTo);
          boolean goes =
              !unsure
                  && removeAt.filter(at -> !at.isAfter(end)).isPresent()
                  && !last.contains(name)
                  && snapshot != null
                  && !pinned(snapshot);
          if (goes) {
            due.add(name);
          }
        });
    return due;
  }

  private boolean pinned(ZfsSnapshot snapshot) {
    return snapshot.held().orElse(false) || context.uses().cloned().test(snapshot);
  }

  private ZoneId zone() {
    return context.nas().zone().orElse(ZoneOffset.UTC);
  }

  private Map<String, ZfsSnapshot> made(Instant from, Instant to) {
    Map<String, ZfsSnapshot> made = new HashMap<>();
    if (context.nas().zone().isEmpty()) {
      return made;
    }
    for (TaskPlan plan : context.covering()) {
      Optional<CronSchedule> cron = plan.schedule().known();
      Optional<NamingSchema> schema = plan.schema().known();
      if (cron.isEmpty() || schema.isEmpty()) {
        continue;
      }
      for (Run run : Runs.between(cron.get(), zone(), from.plusNanos(1), to, MOST)) {
        ZfsSnapshot snapshot = snapshot(schema.get().format(run.at().atZone(zone())), run);
        made.putIfAbsent(snapshot.name(), snapshot);
      }
    }
    return made;
  }

  private ZfsSnapshot snapshot(String name, Run run) {
    return new ZfsSnapshot(
        context.nas().name(),
        context.path(),
        name,
        Optional.of(run.at()),
        OptionalLong.empty(),
        Map.of(),
        Optional.of(false),
        false,
        SpaceUsage.UNKNOWN);
  }

  private List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (context.nas().zone().isEmpty()) {
      remarks.add("the time zone of the NAS is not told: nothing is made or removed");
    } else if (context.covering().isEmpty()) {
      remarks.add("no task covers it: none are made");
    }
    if (context.copy().isPresent()) {
      remarks.add("what replication sends is not simulated");
    }
    context
        .nas()
        .waiting(context.path())
        .ifPresent(task -> remarks.add(task.subject().path() + " may keep some for longer"));
    return remarks;
  }
}
