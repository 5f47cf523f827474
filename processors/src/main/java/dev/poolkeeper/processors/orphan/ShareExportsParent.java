package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.DatasetType;
import dev.poolkeeper.processors.inventory.NfsShare;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.SmbShare;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.reconcile.CsiMarks;
import dev.poolkeeper.processors.reconcile.NasIndex;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 803: an enabled share at or above a dataset in which a driver keeps the file systems of at least
 * two volumes. Zvols show no files and do not count. Needs every cluster and the NAS.
 */
final class ShareExportsParent implements Rule {

  private static final int SEVERAL = 2;

  private final Night night;

  ShareExportsParent(Night night) {
    this.night = night;
  }

  @Override
  public FindingCode code() {
    return FindingCode.SHARE_EXPORTS_PARENT;
  }

  @Override
  public Stream<Verdict> judge() {
    Stream<Verdict> nfs =
        night.all(ObjectKind.NFS_SHARE, NfsShare.class).stream()
            .filter(NfsShare::enabled)
            .flatMap(share -> judge(share.subject(), share.paths()).stream());
    Stream<Verdict> smb =
        night.all(ObjectKind.SMB_SHARE, SmbShare.class).stream()
            .filter(SmbShare::enabled)
            .flatMap(share -> judge(share.subject(), List.of(share.path())).stream());
    return Stream.concat(nfs, smb);
  }

  private Optional<Verdict> judge(Subject share, List<String> paths) {
    NasIndex nas = night.join().nas(share.source());
    List<Dataset> reached =
        night.join().parents().on(nas.nas()).stream()
            .sorted()
            .flatMap(id -> nas.dataset(id).stream())
            .filter(parent -> paths.stream().anyMatch(path -> reaches(path, parent)))
            .toList();
    List<String> evidence =
        reached.stream().flatMap(parent -> exposed(parent, nas).stream()).toList();
    return evidence.isEmpty()
        ? Optional.empty()
        : Optional.of(
            night.verdict(
                code(),
                share,
                evidence,
                reached.stream().flatMap(parent -> CsiMarks.keep(parent).stream()).findFirst()));
  }

  private static boolean reaches(String path, Dataset parent) {
    String shared = path.endsWith("/") ? path : path + "/";
    return parent.mountpoint().filter(mount -> (mount + "/").startsWith(shared)).isPresent();
  }

  private Optional<String> exposed(Dataset parent, NasIndex nas) {
    long volumes =
        nas.children(parent).stream()
            .filter(child -> child.type() == DatasetType.FILESYSTEM)
            .filter(child -> !night.join().linksTo(child.subject()).isEmpty())
            .count();
    return volumes < SEVERAL
        ? Optional.empty()
        : Optional.of("%d volumes lie in %s".formatted(volumes, parent.subject()));
  }
}
