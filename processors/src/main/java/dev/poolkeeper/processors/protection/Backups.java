package dev.poolkeeper.processors.protection;

import dev.poolkeeper.processors.inventory.AddOnObject;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.inventory.VeleroBackup;
import dev.poolkeeper.processors.orphan.Night;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What backup tools in the cluster say of a claim. VolSync and Velero's data mover name the claim;
 * a Velero Backup names namespaces only, and which volumes it holds only its object store knows.
 */
final class Backups {

  private static final List<ObjectKind> MOVERS =
      List.of(ObjectKind.REPLICATION_SOURCE, ObjectKind.DATA_UPLOAD);

  /** A Backup that went through, and the instant it is of. */
  private record Done(VeleroBackup backup, Instant at) {}

  private final Map<Subject, Copy> copies = new HashMap<>();
  private final Map<String, List<Done>> velero = new HashMap<>();

  Backups(Night night) {
    for (ObjectKind kind : MOVERS) {
      night.all(kind, AddOnObject.class).forEach(this::note);
    }
    night.all(ObjectKind.VELERO_BACKUP, VeleroBackup.class).stream()
        .filter(backup -> backup.phase().equals("Completed"))
        .filter(backup -> !backup.expired(night.asOf()))
        .sorted(Comparator.comparing(VeleroBackup::subject))
        .forEach(this::note);
  }

  private void note(AddOnObject mover) {
    mover
        .backup()
        .ifPresent(
            backup ->
                copies.merge(
                    Subject.of(mover.cluster(), ObjectKind.PERSISTENT_VOLUME_CLAIM, backup.claim()),
                    new Copy(
                        backup.at(),
                        Copy.How.BACKUP,
                        mover.subject(),
                        "it says that it has a copy of the claim"),
                    (one, other) -> Copy.BY_AGE.compare(one, other) >= 0 ? one : other));
  }

  private void note(VeleroBackup backup) {
    backup
        .startedAt()
        .or(backup::completedAt)
        .ifPresent(
            at ->
                velero
                    .computeIfAbsent(backup.cluster(), c -> new ArrayList<>())
                    .add(new Done(backup, at)));
  }

  /** The newest copy that names the claim. */
  Optional<Copy> of(Subject claim) {
    return Optional.ofNullable(copies.get(claim));
  }

  /** The newest Backup that may hold it, as a copy that nobody can vouch for. */
  Optional<Copy> possible(Subject claim) {
    String namespace = claim.name().split("/", 2)[0];
    return velero.getOrDefault(claim.source(), List.of()).stream()
        .filter(done -> done.backup().includes(namespace))
        .map(
            done ->
                new Copy(
                    done.at(),
                    Copy.How.TOLD,
                    done.backup().subject(),
                    "which volumes it holds, only its object store knows"
                        + done.backup().policy().map(policy -> "; " + policy).orElse("")
                        + done.backup().expiresAt().map(end -> ", until " + end).orElse("")))
        .max(Copy.BY_AGE);
  }
}
