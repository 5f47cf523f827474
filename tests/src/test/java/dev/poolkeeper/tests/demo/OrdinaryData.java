package dev.poolkeeper.tests.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a TrueNAS holds beside Kubernetes: home directories, media, machines. No driver made any of
 * it.
 */
final class OrdinaryData {
  private static final Instant SET_UP = Instant.parse("2023-05-08T09:00:00Z");
  private static final List<String> PEOPLE =
      List.of(
          "amara", "bjorn", "chiara", "dmitri", "elif", "farid", "greta", "hiro", "ines", "jonas");
  static final String IMPORTS = "tank/media/camera imports";
  static final String RECORDINGS = "tank/media/recordings";
  static final String ROLLED_BACK = "flash/vm/domain-controller";
  static final LocalDate ROLLED_BACK_ON = Nights.february(7);
  static final String PROJECTS_RENAMED = "tank/projects-2025";
  private static final List<String> MACHINES =
      List.of("build agent", "domain-controller", "print-server", "jump-host", "test-bench");

  private OrdinaryData() {}

  static List<Dataset> on(Appliance nas, LocalDate night) {
    return nas == Appliance.NAS1 ? onNas1(night) : onNas2(night);
  }

  static void innocents(EstateDraft draft) {
    draft.innocent("nas1/datasets/tank/home/amara", "a home directory");
    draft.innocent(
        "nas1/datasets/tank/media/Family Photos", "a share of people, with a space in its name");
    draft.innocent(
        "nas1/datasets/flash/vm/build agent",
        "the disk of a virtual machine, with a space in its name");
    draft.innocent("nas1/iscsi-targets/hypervisor-scratch", "the disk of a hypervisor");
    draft.innocent("nas2/datasets/vault/scans", "a share of people");
  }

  private static List<Dataset> onNas1(LocalDate night) {
    List<Dataset> datasets = new ArrayList<>();
    datasets.add(Dataset.filesystem("tank/home", SET_UP));
    for (String person : PEOPLE) {
      datasets.add(filesystem("tank/home/" + person, 200, night));
    }
    datasets.add(Dataset.filesystem("tank/media", SET_UP));
    datasets.add(filesystem("tank/media/Family Photos", 900, night));
    datasets.add(filesystem(IMPORTS, 300, night));
    datasets.add(growing(RECORDINGS, 1_480, 2, night));
    datasets.add(Dataset.filesystem("flash/vm", SET_UP));
    for (String machine : MACHINES) {
      Dataset zvol = Dataset.zvol("flash/vm/" + machine, SET_UP, 64 * Volume.GIB);
      zvol.thick = true;
      if (zvol.id.equals(ROLLED_BACK) && !night.isBefore(ROLLED_BACK_ON)) {
        zvol.rolledBackOver =
            day -> day.isBefore(ROLLED_BACK_ON) && !day.isBefore(ROLLED_BACK_ON.minusDays(3));
      }
      datasets.add(holding(zvol, 64, night));
    }
    datasets.add(projects(night));
    datasets.add(growing(SnapshotTask.INVOICES.dataset(), 120, 1, night));
    Dataset scratch = Dataset.zvol("flash/scratch", SET_UP, 256 * Volume.GIB);
    datasets.add(holding(scratch, 256, night));
    return datasets;
  }

  private static List<Dataset> onNas2(LocalDate night) {
    return List.of(
        filesystem("vault/scans", 500, night),
        filesystem("vault/software", 1200, night),
        filesystem("backup/workstations", 3000, night));
  }

  private static Dataset growing(String id, long gib, long gibPerDay, LocalDate night) {
    Usage usage = Usage.line(gib * Volume.GIB, gibPerDay * Volume.GIB, 0.0004);
    return Dataset.filesystem(id, SET_UP)
        .holding(moment -> usage.bytesAt(id, moment), Nights.capturedAt(night));
  }

  private static Dataset projects(LocalDate night) {
    SnapshotTask task = SnapshotTask.PROJECTS;
    boolean renamed = task.stop(night) == SnapshotTask.Stop.ITS_DATASET_IS_GONE;
    Dataset projects =
        Dataset.filesystem(renamed ? PROJECTS_RENAMED : task.dataset(), SET_UP)
            .holding(moment -> 212 * Volume.GIB, Nights.capturedAt(night));
    projects.coveredAs = task.dataset();
    return projects;
  }

  private static Dataset filesystem(String id, long scaleGib, LocalDate night) {
    return holding(Dataset.filesystem(id, SET_UP), scaleGib, night);
  }

  private static Dataset holding(Dataset dataset, long scaleGib, LocalDate night) {
    Usage usage = Usage.drawnFor(dataset.id, scaleGib * Volume.GIB);
    return dataset.holding(moment -> usage.bytesAt(dataset.id, moment), Nights.capturedAt(night));
  }
}
