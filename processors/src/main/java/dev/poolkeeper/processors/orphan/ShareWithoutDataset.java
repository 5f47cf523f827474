package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.inventory.NfsShare;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.SmbShare;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.reconcile.NasIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * 106: a share that a driver made and whose dataset is gone.
 *
 * <p>Needs every registered cluster, since any may have a volume that names the share, and the NAS.
 * A path may just as well be a directory that a person shares, so only a driver's own comment, or a
 * generated name where a registered cluster keeps its volumes, makes it one of theirs.
 */
final class ShareWithoutDataset implements Rule {

  private static final String MOUNTS = "/mnt/";

  private record Share(Subject subject, String name, String path, String comment) {
    String nas() {
      return subject.source();
    }

    /** The dataset id its path spells. */
    String id() {
      return path.substring(MOUNTS.length()).replaceFirst("/$", "");
    }

    String parent() {
      return id().substring(0, Math.max(id().lastIndexOf('/'), 0));
    }

    String leaf() {
      return id().substring(id().lastIndexOf('/') + 1);
    }
  }

  private final Night night;
  private final References references;
  private final Owners owners;
  private final ServedPaths served;
  private final FormerClusters former;

  ShareWithoutDataset(
      Night night,
      References references,
      Owners owners,
      ServedPaths served,
      FormerClusters former) {
    this.night = night;
    this.references = references;
    this.owners = owners;
    this.served = served;
    this.former = former;
  }

  @Override
  public FindingCode code() {
    return FindingCode.SHARE_WITHOUT_DATASET;
  }

  @Override
  public Stream<Verdict> judge() {
    Stream<Share> nfs =
        night.all(ObjectKind.NFS_SHARE, NfsShare.class).stream()
            .filter(share -> share.paths().size() == 1)
            .map(s -> new Share(s.subject(), "", s.paths().get(0), s.comment()));
    Stream<Share> smb =
        night.all(ObjectKind.SMB_SHARE, SmbShare.class).stream()
            .map(s -> new Share(s.subject(), s.name(), s.path(), s.comment()));
    return Stream.concat(nfs, smb)
        .filter(share -> share.path().startsWith(MOUNTS))
        .flatMap(share -> judge(share).stream());
  }

  private Optional<Verdict> judge(Share share) {
    NasIndex nas = night.join().nas(share.nas());
    boolean there = nas.dataset(share.id()).isPresent() || nas.mountedAt(share.path()).isPresent();
    if (there || named(share)) {
      return Optional.empty();
    }
    return madeByDriver(share)
        .map(
            trace -> {
              List<String> evidence = new ArrayList<>();
              evidence.add("no dataset is mounted at " + share.path());
              evidence.add(trace);
              return night.verdict(
                  new Candidate(
                      code(), share.subject(), OptionalLong.of(0), evidence, Optional.empty()),
                  night
                      .hidden(share.nas(), share.id())
                      .or(() -> former.doubtOfVolume(share.nas(), share.id())));
            });
  }

  private boolean named(Share share) {
    return served.namedBy(share.path()).isPresent()
        || served.namedBy(share.name()).isPresent()
        || references.named(share.leaf()).isPresent();
  }

  /** What shows that a driver of a registered cluster made the share; empty when nothing does. */
  private Optional<String> madeByDriver(Share share) {
    if (night.join().parents().clustersUnder(share.nas(), share.parent()).isEmpty()) {
      return Optional.empty();
    }
    Optional<String> driver = Owners.driver(share.comment());
    if (driver.isPresent()) {
      return driver.filter(owners::registered).map(name -> "its comment: " + share.comment());
    }
    if (DriverTraces.trueNasCsiHandle(share.comment()).filter(share.id()::equals).isPresent()) {
      return Optional.of("its comment: " + share.comment());
    }
    return DriverTraces.GENERATED.matcher(share.leaf()).matches()
        ? Optional.of("named as the provisioner names volumes, under " + share.parent())
        : Optional.empty();
  }
}
