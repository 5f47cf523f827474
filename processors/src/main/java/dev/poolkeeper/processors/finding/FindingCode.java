package dev.poolkeeper.processors.finding;

import static dev.poolkeeper.processors.finding.Severity.CRITICAL;
import static dev.poolkeeper.processors.finding.Severity.INFO;
import static dev.poolkeeper.processors.finding.Severity.WARNING;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The catalogue: what each code means, when it is said, and what to do. Code, documentation and
 * {@code explain} all read this one file. A code never changes its meaning.
 */
public enum FindingCode {
  VOLUME_WITHOUT_BACKEND(
      101,
      CRITICAL,
      true,
      "A PersistentVolume whose dataset or zvol is gone",
      """
      The volume's own fields lead to a place on a TrueNAS (its NFS path, its iSCSI target, its \
      handle), that system was read completely, its pool is imported, and nothing is there. Pods \
      that use the claim cannot start, and the data is not where Kubernetes believes it to be.\
      """,
      List.of(
          "Look for the dataset by hand: it may have been renamed, moved or destroyed.",
          "If it was destroyed, restore it from a replica or a backup before anything else.",
          "If the volume is no longer wanted, delete its claim; the driver treats the missing"
              + " dataset as already deleted."),
      List.of("democratic-csi#456", "democratic-csi#289")),
  BACKEND_WITHOUT_VOLUME(
      102,
      WARNING,
      true,
      "A dataset or zvol that a CSI driver made and no PersistentVolume uses",
      """
      The dataset carries a CSI driver's own mark, or lies where a registered cluster keeps its \
      volumes under a generated name, and no PersistentVolume of any registered cluster, in any \
      phase, leads to it, nor does anything on the TrueNAS itself: no session, virtual machine, app \
      or task. All clusters and this TrueNAS were read completely. It holds space that Kubernetes \
      cannot see.\
      """,
      List.of(
          "Check the evidence: who made it, when, and what it is blocked by (clone, hold, task).",
          "If it is wanted, set the ZFS property poolkeeper:keep=true on it.",
          "If it is not, delete its share or target first, then its snapshots, then the dataset,"
              + " never recursively."),
      List.of("democratic-csi#81", "democratic-csi#154", "external-provisioner#486")),
  VOLUME_STUCK_RELEASED(
      103,
      WARNING,
      true,
      "A PersistentVolume that lost its claim and stays",
      """
      The volume's phase is Released or Failed: its claim is gone and nothing will bind it again. \
      With reclaim policy Retain it waits for a person; with Delete the driver could not remove \
      it, most often because a clone or a foreign snapshot blocks the dataset.\
      """,
      List.of(
          "Retain: decide whether the data is still needed. To drop it, set the reclaim policy to"
              + " Delete and let the driver do the work.",
          "Delete: read the volume's events (kubectl describe pv NAME); remove what blocks it."),
      List.of("democratic-csi#548", "democratic-csi#49", "democratic-csi#562")),
  CLAIM_UNBOUND(
      104,
      WARNING,
      true,
      "A claim that has no volume",
      """
      The claim is Pending although its StorageClass binds at once, or it is Lost because its \
      volume was deleted under it. Claims of classes that wait for their first consumer are not \
      reported.\
      """,
      List.of(
          "Pending: read the claim's events (kubectl describe pvc NAME) and the driver's log.",
          "Lost: the volume object is gone; look for its dataset under 102 and bind it again, or"
              + " delete the claim."),
      List.of()),
  CLAIM_UNUSED(
      105,
      INFO,
      true,
      "A bound claim that nothing uses",
      """
      The claim has its volume, and nothing refers to it: no pod in any phase, no StatefulSet \
      template (scaled down ones count), no Deployment, DaemonSet, Job, CronJob or virtual \
      machine, no VolumeAttachment, and no object of KubeVirt, CDI, VolSync or Velero. Since when \
      is said by the cluster itself (condition Unused, Kubernetes 1.36 and newer) or counted from \
      the first night on which it was seen unused. Custom resources that start pods now and then \
      are not known, so this is a question and no verdict; a claim that bears the reference of an \
      owner (a workflow, a database operator) is that owner's and left out. When more than three \
      in ten claims of a cluster look unused at once, and it does not say so itself, none is \
      believed: a list of pods that was cut short looks just like that.\
      """,
      List.of(
          "Ask the owner of the namespace whether the data is still needed.",
          "If a workflow engine or a notebook server uses it now and then, annotate the claim with"
              + " poolkeeper.dev/keep.",
          "If not, delete the claim; its volume follows its reclaim policy."),
      List.of("kor#402", "popeye#173", "unused-volumes#11", "KEP-5541")),
  SHARE_WITHOUT_DATASET(
      106,
      INFO,
      true,
      "A share that a CSI driver made for a dataset that is gone",
      """
      An NFS or SMB share bears a CSI driver's comment, or leads to a generated name where a \
      registered cluster keeps its volumes, and no dataset is there, although the pool is imported \
      and was read completely. No volume names the share. Shares that people made are not judged.\
      """,
      List.of(
          "Delete the share in the TrueNAS; it exports a path that does not exist.",
          "If the dataset was renamed, point the share at it instead."),
      List.of("democratic-csi#456")),
  TARGET_OR_EXTENT_WITHOUT_BACKING(
      107,
      INFO,
      true,
      "An iSCSI target or extent that a CSI driver made and that leads nowhere",
      """
      An extent's zvol is gone, a target shows no extent, or their link names one that is not \
      there. Only what bears a CSI driver's alias, or is named and placed as the drivers of the \
      registered clusters name and place their own, is judged; a session or a volume that leads \
      there protects it. Such rows use up the limits of the iSCSI service.\
      """,
      List.of(
          "Delete the link, then the target, then the extent, without force and without deleting"
              + " the backing store.",
          "If the TrueNAS says it is in use, leave it: a session protects it."),
      List.of("TrueNas-Cinder#48", "TrueNas-Cinder#113", "democratic-csi#173")),
  ATTACHMENT_STALE(
      108,
      WARNING,
      true,
      "A VolumeAttachment to a node or of a volume that is gone",
      """
      The attachment names a node or a PersistentVolume that the cluster does not have. Kubernetes \
      believes the volume to be attached there, so a pod elsewhere may wait for it in vain.\
      """,
      List.of(
          "Make sure that the node is really gone and cannot come back with the volume mounted.",
          "Delete the VolumeAttachment; if it stays, the attacher of its driver does not run."),
      List.of("external-attacher#215", "longhorn#5345")),
  DELETION_STUCK(
      109,
      WARNING,
      false,
      "An object whose deletion was asked for and does not end",
      """
      A claim, volume, snapshot or content bears a deletion timestamp older than the grace period. \
      Something holds it back: a finalizer whose controller does not run or cannot do its work, or \
      a pod that still uses the claim.\
      """,
      List.of(
          "Look at what the evidence names first: the pod, the clone or the controller.",
          "Never remove a finalizer by hand before the dataset behind it was looked at: that is how"
              + " orphans are made."),
      List.of("democratic-csi#548", "external-snapshotter#1112")),
  VOLUME_OF_ABSENT_CLUSTER(
      110,
      INFO,
      true,
      "A volume of a cluster or driver that is not registered",
      """
      A driver's mark on the dataset, or the comment of its share, names an instance, a cluster or \
      a CSI driver that none of the registered clusters has; or a volume stood on it in a cluster \
      that was registered on an earlier night and is not any more. It is protected: it may belong \
      to a cluster that poolkeeper does not read, or have been left behind by one that is gone. A \
      cluster that is registered under another name is known by its kube-system.\
      """,
      List.of(
          "If the cluster lives, register it under poolkeeper.clusters, so that it is judged too.",
          "If the cluster was registered once and is gone for good, name it in"
              + " orphans.gone-clusters: what it left behind is then judged as such.",
          "If it never was registered and is gone for good, decide what is to become of its data by"
              + " hand; nothing is proposed from this finding."),
      List.of("democratic-csi#81")),
  MATCH_AMBIGUOUS(
      111,
      WARNING,
      true,
      "A volume or content that fits several ZFS objects",
      """
      More than one dataset or ZFS snapshot fits what the object says of itself, and nothing \
      decides between them. All of them are protected, none is judged.\
      """,
      List.of(
          "Look at each of the objects in the evidence: is one a copy, a rename or a leftover?",
          "Rename or remove the wrong one, or correct the address under poolkeeper.nas."),
      List.of("democratic-csi#289")),
  DELETION_DID_NOT_HOLD(
      112,
      WARNING,
      false,
      "An object that was gone and is back, older than its absence",
      """
      It was reported, it was gone on a complete night, and now it is there again although it was \
      created before it went: the same object, not a new one. Its deletion was undone, it was \
      renamed and renamed back, or the appliance said it had destroyed what it had not.\
      """,
      List.of(
          "Find out who brought it back: a rollback, a replication, a rename.",
          "If it was to be deleted, look at the TrueNAS' own log: releases of 26.0 answer true"
              + " although the destroy failed."),
      List.of("middleware#19637", "tns-csi#232", "truenas-csi#69")),
  SNAPSHOT_OBJECT_WITHOUT_BACKEND(
      201,
      CRITICAL,
      true,
      "A VolumeSnapshotContent whose ZFS snapshot is gone",
      """
      The content's snapshotHandle names a ZFS snapshot, or a detached copy, that its TrueNAS does \
      not have, although the snapshot list was read completely. A restore from it will fail.\
      """,
      List.of(
          "Do not count on this restore point; take a new snapshot if the volume still matters.",
          "Find out who removed it: a deleted volume takes its snapshots with it, and periodic"
              + " tasks never remove CSI snapshots.",
          "Then delete the VolumeSnapshot, so that nobody trusts it."),
      List.of("democratic-csi#456", "external-snapshotter#336")),
  BACKEND_SNAPSHOT_WITHOUT_CONTENT(
      202,
      WARNING,
      true,
      "A CSI snapshot on the TrueNAS that no VolumeSnapshotContent knows",
      """
      A CSI driver made this ZFS snapshot for a VolumeSnapshot: its own mark says so, inherited \
      marks do not count, or it is named after a VolumeSnapshot's uid on a volume in use, as \
      csi.truenas.io does. No content of any registered cluster refers to it, and no VolumeSnapshot \
      has that uid. It pins space and can block the deletion of its volume. Undecided where nothing \
      shows that its dataset is a registered cluster's, while a Velero Backup of the time it was \
      made is there, which may keep it for a restore, and while a replication may start from it.\
      """,
      List.of(
          "If the evidence names a clone or a hold, leave the snapshot: it cannot go before them.",
          "If somebody wants it, set the ZFS property poolkeeper:keep=true on it.",
          "If nobody does, destroy just this snapshot, without -r and without -R (zfs destroy -nv"
              + " SNAPSHOT shows first what would go)."),
      List.of("external-snapshotter#248", "Velero#3465")),
  CONTENT_WITHOUT_SNAPSHOT_OBJECT(
      203,
      INFO,
      true,
      "A VolumeSnapshotContent whose VolumeSnapshot is gone",
      """
      The content refers to a VolumeSnapshot that does not exist, or exists again with another \
      uid. With deletion policy Retain this is what deleting the VolumeSnapshot leaves behind; \
      the ZFS snapshot stays and holds its space. Undecided while a Velero Backup of the time it \
      was made is there, which may keep it for a restore.\
      """,
      List.of(
          "If the restore point is still wanted, make a new content with the same snapshotHandle"
              + " and a VolumeSnapshot that names it; then delete this one, with deletionPolicy"
              + " Retain, or the ZFS snapshot goes with it.",
          "If not, set its deletionPolicy to Delete and delete the content; the driver removes the"
              + " ZFS snapshot. Look at the TrueNAS whether it has."),
      List.of("external-snapshotter#292", "external-provisioner#1507")),
  SNAPSHOT_NOT_READY(
      204,
      WARNING,
      true,
      "A VolumeSnapshot that does not become ready",
      """
      The VolumeSnapshot is older than the grace period and its readyToUse is not true. Nothing can \
      be restored from it, and a backup tool may believe that it can.\
      """,
      List.of(
          "Read what the driver said last: in the evidence, or with kubectl describe volumesnapshot"
              + " NAME -n NAMESPACE.",
          "Delete the VolumeSnapshot and take it anew; do not count on it as a restore point."),
      List.of("democratic-csi#332", "external-snapshotter#1112")),
  SNAPSHOT_PINNED_BY_CLONE(
      205,
      INFO,
      true,
      "A destroyed ZFS snapshot that lives on for a clone",
      """
      The snapshot was destroyed with defer, as drivers do, and stays until the last clone of it is \
      gone. Kubernetes has forgotten it; its space is not freed, and its volume cannot be removed \
      before the clone. Snapshots a driver makes for nothing but a clone are not reported.\
      """,
      List.of(
          "The evidence names the clones and the claims they belong to: they decide.",
          "Nothing is to be done on the snapshot itself; it goes with its last clone."),
      List.of("democratic-csi#456", "democratic-csi#549", "truenas-csi#69")),
  TEMPORARY_SNAPSHOT_LEFT(
      206,
      INFO,
      true,
      "A driver's temporary snapshot whose clone or copy is gone",
      """
      Drivers take a snapshot to clone a volume or to copy it (volume-source-for-volume-*, \
      volume-source-for-snapshot-*, csi-clone-*) and remove it with the clone. This one is older \
      than 24 hours and than the grace period, nobody holds it, no clone stands on it, and no \
      cluster knows of anything that is being made from it.\
      """,
      List.of(
          "Destroy just this snapshot, without -r and without -R. ZFS refuses if a clone was made"
              + " of it since."),
      List.of("truenas-csi#69")),
  DETACHED_SNAPSHOT_ORPHAN(
      207,
      WARNING,
      true,
      "A detached snapshot that no VolumeSnapshotContent knows",
      """
      democratic-csi copied a volume into a dataset of its own for a VolumeSnapshot; the dataset's \
      own marks name the snapshot and its source, and no content of any registered cluster refers \
      to it. It holds the space of a whole copy. Undecided where no registered cluster is known to \
      keep detached snapshots, and while a Velero Backup of the time it was made is there.\
      """,
      List.of(
          "If the evidence names a clone, a volume was restored from it: leave it until that is"
              + " gone.",
          "If somebody wants it, set the ZFS property poolkeeper:keep=true on it.",
          "If nobody wants it, destroy its snapshots, then the dataset, never recursively; then"
              + " its container, if that is empty."),
      List.of("external-snapshotter#248")),
  RETENTION_OVERDUE(
      301,
      WARNING,
      false,
      "A dataset with snapshots that should have been removed",
      """
      The task that owns them would have removed them more than a day ago, or the policy of the \
      configuration does not keep them and did not a day ago. Where several tasks own a snapshot, the \
      latest of them counts; the last of a schema is never due, nor is one that a replication may wait \
      for, or that nobody can date. Only a lower and an upper bound can be told of what they hold \
      together: what several of them share is freed when the last of them goes.""",
      List.of(
          "Look at the task: is it in error, does its replication hang, is the pool read-only?",
          "poolkeeper snapshots --overdue lists them, with who should have removed them.",
          "Let the task remove them where it can: it does so after its next run."),
      List.of("sanoid#751", "zettarepl#292")),
  RETENTION_MISSING(
      302,
      WARNING,
      false,
      "A dataset without snapshots that it was promised",
      """
      A task covers the dataset, and its latest runs have left no snapshot there; or the newest one is \
      older than the policy of the configuration allows. Critical when a task has left none within its \
      whole lifetime, or past the policy's critical age; a remark when the newest are there and only \
      older ones lack. Nothing is said where nobody knows since when a task exists, nor of a task that \
      makes none while nothing is written.""",
      List.of(
          "Look at the task's state and at the appliance's alerts: has it run, and what did it say?",
          "Was the appliance off, or the task changed, at the times in the evidence?",
          "Take one by hand when the volume matters, and check that the next run makes one."),
      List.of("sanoid#43", "sanoid#293")),
  RETENTION_UNOWNED(
      303,
      WARNING,
      true,
      "A dataset with snapshots that nobody will ever remove",
      """
      Their names are those of a task, and no task will remove them: it was deleted, disabled or given \
      another naming schema, it no longer covers the dataset, or its schedule would not have run at the \
      time that the name tells, as when it was run by hand. TrueNAS goes by name and schedule alone. The \
      same of what a replication keeps for ever. What other programs name, or people, is not meant.""",
      List.of(
          "poolkeeper snapshots --unowned lists them, with the task that made them.",
          "If they are wanted, leave them, and except the dataset with its reason.",
          "If not, remove them by hand, the oldest first; or enable the task until it has done so."),
      List.of("zettarepl#127")),
  RETENTION_HELD(
      304,
      INFO,
      false,
      "A dataset with snapshots that a hold or a clone keeps beyond their time",
      """
      They should have gone, or belong to nobody, and cannot go: somebody put a hold on them, or a clone \
      stands on them. A replication that ended in the middle leaves holds for ever.""",
      List.of(
          "zfs holds DATASET@SNAPSHOT names who holds it; release it when that is over.",
          "A clone has to go, or to be promoted, first: PK205 tells of CSI snapshots."),
      List.of("zrepl#288")),
  TOO_MANY_SNAPSHOTS(
      305,
      WARNING,
      false,
      "A dataset with more snapshots than its policy allows",
      """
      The policy of the configuration says at most how many there may be (at most N). Snapshots that a \
      CSI driver made do not count. Against the ceilings of the appliance itself counts PK406.""",
      List.of(
          "See which are overdue or unowned: PK301 and PK303 of the same dataset.",
          "If all of them are wanted, raise the number."),
      List.of()),
  FUTURE_DATED(
      306,
      INFO,
      false,
      "A dataset with snapshots of the future",
      """
      ZFS says that they were made more than an hour after the capture, or their name tells a time more \
      than a day after it. A task keeps such a snapshot until that time and its lifetime have passed, and \
      takes it for the newest until then.""",
      List.of(
          "Check the clock and the time zone of the appliance (PK904).",
          "Remove them by hand when nobody needs them: no task will before their time."),
      List.of()),
  CLAIM_UNPROTECTED(
      307,
      WARNING,
      false,
      "A claim without a copy of its data that is young enough",
      """
      Nothing is younger than its recovery point objective (RPO): no ZFS snapshot of its dataset, no \
      VolumeSnapshot that is ready, no replica that was looked at, no backup that names it; or a copy \
      elsewhere is asked for and is missing or too old. Without a word in poolkeeper.protection or an \
      annotation poolkeeper.dev/rpo, anything within the last 8 days is enough, and a copy elsewhere is \
      asked for only of what an enabled replication task sends. Claims of a namespace without any \
      protected one, and more than five of one namespace, are told once on the namespace; a cluster \
      in which no claim has a copy is told once. Critical when there is no copy although somebody \
      asked for one; a warning when one that was asked for, or that an enabled task should make, is \
      too old; a remark when nobody asked. What could not be read is unknown, never unprotected.\
      """,
      List.of(
          "See which claims, and what they have: poolkeeper protection --never, --late.",
          "Make a task that covers them, or enable the one that would; the evidence has the"
              + " command.",
          "A replica that is late: look at the replication task's last error on its TrueNAS.",
          "What needs no copy: say so with rpo: none and a reason, or with the annotation"
              + " poolkeeper.dev/rpo: none on the claim."),
      List.of("sanoid#654", "Velero#4760")),
  TASK_COVERS_NOTHING(
      308,
      WARNING,
      false,
      "A snapshot task that makes or removes nothing",
      """
      The task is enabled, and its dataset is not there, or it excludes all of it; its schedule never \
      runs, as on 31 February or outside of its own window; or its schedule, naming schema or lifetime is \
      not understood, so that nothing it makes can ever be called overdue or missing.""",
      List.of("Mend the task, or delete it; poolkeeper retention shows what each of them does."),
      List.of()),
  UNPARSABLE_NAME(
      309,
      INFO,
      false,
      "A dataset under a promise with snapshots that no promise is about",
      """
      A task covers the dataset, or a policy of the configuration is for it, and some of its snapshots \
      have names that no task makes and no policy is about. Whoever made them has to remove them. Nothing \
      is said of when.""",
      List.of(
          "poolkeeper snapshots --unparsable lists them.",
          "Remove those that nobody needs; a policy with names may be about the others."),
      List.of()),
  POOL_FILLS(
      401,
      WARNING,
      false,
      "A pool that will be full",
      """
      The forecast of the pool's own used space (not of the sum of its volumes) says that it fills. \
      Critical: full within 7 days with a probability of 50 % or more, or 95 % full already. \
      Warning: within 30 days with 30 % or more. Info: within 90 days with 50 % or more. The \
      evidence says how probable it is, between which days, by when new capacity has to be ordered \
      (the earlier day less capacity.lead-time), why, and how wrong such forecasts were. ZFS gets \
      slow before it is full, and every volume in a full pool stops at once.\
      """,
      List.of(
          "Look at what grows: poolkeeper volumes, and PK402, PK407 and PK5xx about the same pool.",
          "Free space first: what is reclaimable (PK1xx, PK2xx) and overdue snapshots.",
          "Order capacity by the day in the evidence, or move volumes to another pool."),
      List.of("democratic-csi#349", "rawfile-localpv#282")),
  VOLUME_FILLS(
      402,
      WARNING,
      false,
      "A volume that will be full",
      """
      The forecast of what is in the volume says that it reaches its limit: the size of its file \
      system as the claim sees it, or the quota of its dataset, whichever is worse. Severities as for \
      PK401. A zvol whose file system nobody tells of has no level and is not judged: what was \
      written to it may reach its size without anything being full. A volume labelled \
      excluded-from-alerts is excepted. How full a volume is that was not measured for a week is \
      not known; an earlier finding then stays as it was.\
      """,
      List.of(
          "Ask the owner whether the growth is meant; PK501 says whether it is new.",
          "Expand the claim (kubectl edit pvc): look first whether its pool has the room, PK401 and"
              + " PK404.",
          "If it only ever fills to the same level, say so: exceptions in poolkeeper.yaml."),
      List.of("kubernetes-mixin#1238", "pvc-autoresizer#118")),
  QUOTA_FILLS(
      403,
      WARNING,
      false,
      "A dataset that will fill its quota",
      """
      A dataset that is no volume, often the parent of many, has a quota or refquota and is forecast \
      to reach it. Severities as for PK401. When the quota of a parent is used up every volume below \
      it stops, although the pool and each volume have room.\
      """,
      List.of(
          "Raise the quota, if the pool has the room, or free space below it.",
          "Snapshots count against quota and not against refquota: see which of them hold most."),
      List.of("democratic-csi#349")),
  POOL_OVERCOMMITTED(
      404,
      INFO,
      false,
      "A pool that has promised more than it has",
      """
      What its volumes may still take, up to their quota, volsize or capacity, is more than the pool \
      has available: if every claim fills, the pool is full first. Usual with thin provisioning, and \
      so a remark; a warning once the pool is over capacity.warn-at as well. The evidence says what \
      is missing and how far the volumes may fill before the pool is full. Compression, snapshots and \
      the growth of others are left out.\
      """,
      List.of(
          "Decide whether the claims are meant to fill; if so, the pool needs what is missing.",
          "Give volumes without a quota one: they can take more than they were promised."),
      List.of("democratic-csi#349", "pvc-autoresizer#331")),
  POOL_OVER_THRESHOLD(
      405,
      WARNING,
      false,
      "A pool that is fuller than it may be",
      """
      Tonight's used space of the pool is capacity.warn-at (80 %) or more of what it has for data: a \
      warning; critical from capacity.critical-at (90 %) on. A level and no forecast: a pool can stand \
      there for years. Where PK401 says that the same pool fills, this is only a remark (info), so \
      that nothing is said twice. Of a pool that does not tell its level nothing is said.\
      """,
      List.of(
          "If the pool is not growing, choose the level you can live with: capacity.warn-at.",
          "Free space: reclaimable datasets and snapshots, PK407 about the same pool."),
      List.of("democratic-csi#349")),
  OBJECT_COUNT_LIMIT(
      406,
      WARNING,
      false,
      "More objects than the appliance stands, now or soon",
      """
      Counted against ceilings that the appliance itself has: 10,000 snapshots in all and 512 of one \
      dataset (from there on it raises alerts of its own; of one dataset before release 24.10 always, \
      since then only where it is shared by SMB), and 255 iSCSI targets on CORE (beyond that new ones \
      cannot be reached). A warning when there are more, or are expected to be within 30 days; a \
      remark when within 90.\
      """,
      List.of(
          "Snapshots: look for overdue ones and for tasks that keep too many.",
          "Targets on CORE: raise kern.cam.ctl.max_ports and max_luns (a reboot), or remove targets"
              + " that nothing uses (PK107)."),
      List.of("democratic-csi#173", "truenas-csp#68")),
  SNAPSHOTS_EAT_POOL(
      407,
      INFO,
      false,
      "A pool that snapshots fill",
      """
      A warning when the pool is over capacity.warn-at and would not be without its snapshots; a \
      remark when they hold more than half of what is used. The evidence says how much they hold, how \
      that has changed, and of which datasets most of it is. What a dataset's snapshots hold is freed \
      only when all of them go.\
      """,
      List.of(
          "Look at the datasets in the evidence: does anybody need that many snapshots of them?",
          "Snapshots that a clone stands on do not go: see the pinned ones in the report.",
          "A volume that is rewritten all the time is expensive to keep: shorten its retention."),
      List.of("democratic-csi#136", "truenas-csi#69")),
  GROWTH_SPIKE(
      501,
      INFO,
      false,
      "A volume or pool that grows as it never did",
      """
      It rose further within one day or three, or over one to four weeks, than ever in its last 400 \
      days; or it gives back nothing any more where it used to, and goes on rising. Each series is \
      held against its own past only; moves below 1 GiB or 1 % of the capacity do not count. It is \
      told for seven nights, and as long as a slow rise lasts. A warning when the probability to be \
      full within 30 days passes 0.3 with it.\
      """,
      List.of(
          "Look at what wrote: the evidence says when, how much, and what else happened that"
              + " night.",
          "If it goes on, see when the volume or its pool is full (forecasts).",
          "If it was meant, say so: poolkeeper anomalies expected SUBJECT --reason …"),
      List.of()),
  SUDDEN_SHRINK(
      502,
      INFO,
      false,
      "A volume, pool or number of snapshots that lost much at once",
      """
      It fell further within one, three or seven days than ever in its last 400 days, or lost half \
      or more in one night, unless it does so all the time. Critical when half of a volume, claim or \
      pool is gone in one night, whatever it did before. A fall to nothing, which is what a broken \
      collector reports, is believed with the second reading. Told for seven nights.\
      """,
      List.of(
          "Ask the owner whether the data was deleted on purpose. If not, stop what writes to the"
              + " volume: snapshots of before still hold the data.",
          "Look for the newest snapshot from before that night (poolkeeper snapshots), and keep it"
              + " from being pruned.",
          "If it was meant, say so: poolkeeper anomalies expected SUBJECT --reason …"),
      List.of()),
  FLATLINED(
      503,
      INFO,
      false,
      "A living volume, pool or number of snapshots that has stopped changing",
      """
      It used to change on at least every third reading, and has now not changed for longer than \
      ever. An application that no longer writes, a replica that no longer receives, a snapshot task \
      that no longer runs, or a collector that repeats itself look like this. Told until it \
      changes.\
      """,
      List.of(
          "Look whether the application still runs and still writes to this volume.",
          "Of a number of snapshots: look whether the task that takes them still runs.",
          "If it was switched off on purpose, say so: poolkeeper anomalies expected SUBJECT"
              + " --reason …"),
      List.of()),
  SNAPSHOT_PILE_UP(
      504,
      INFO,
      false,
      "Snapshots that pile up",
      """
      The number of ZFS snapshots of a dataset, pool or TrueNAS rises and none went for longer than \
      ever, or it rose further within days or weeks than ever. Of places inside each other the \
      smallest is named. Expiry that has stopped is found here by its traces; told until snapshots go \
      again.\
      """,
      List.of(
          "Look whether the task, driver or tool that prunes these snapshots still runs, and"
              + " whether holds or clones keep them (zfs holds, zfs get clones).",
          "Look for a second task or schedule that takes snapshots of the same dataset."),
      List.of()),
  LEVEL_SHIFT(
      505,
      INFO,
      false,
      "A volume or pool that jumped and stayed on its new level",
      """
      The growth that PK501 told has not gone back: the level of before is past, and forecasts count \
      from the new one. It takes the place of PK501 once the days after the jump show it, and is told \
      until the fourteenth night.\
      """,
      List.of(
          "If the new level is right, nothing is to be done.",
          "If it is not, look for what was written that night and never removed."),
      List.of()),
  STORAGECLASS_DRIFT(
      601,
      INFO,
      true,
      "A StorageClass that no longer says what its volumes are",
      """
      Volumes that the class provisioned differ from what it, or its driver, would make today: the \
      class is gone or has another driver, its pool or protocol differs from theirs, or its newer \
      volumes lie elsewhere or are served at another address than all older ones. The old volumes \
      go on, but nothing made anew will match them.\
      """,
      List.of(
          "If the change was meant, nothing is to be done; move the old volumes when it suits you.",
          "If an address was given up, make sure that the old one still leads to the TrueNAS: it is"
              + " written into every old volume and cannot be changed there."),
      List.of("democratic-csi#509")),
  CSI_DRIVER_UNHEALTHY(
      602,
      WARNING,
      true,
      "A CSI driver that is not registered where its volumes are used",
      """
      Volumes of this driver exist, but neither a CSIDriver object nor any node of the cluster has \
      its name, or pods with its volumes run on a node where it has not registered. Volumes there cannot be mounted, \
      unmounted or attached.\
      """,
      List.of(
          "Look at the driver's pods: the controller, and the node pod on the nodes in the"
              + " evidence.",
          "If the driver was removed for good, copy the data elsewhere before a pod that uses it"
              + " restarts: it will not start again."),
      List.of("democratic-csi#509")),
  RIGHTS_MISSING(
      603,
      WARNING,
      false,
      "A source refuses what poolkeeper asks",
      """
      The source answered that this account may not read part of the inventory, or may not log in. \
      What it hides is never read as absent, so every verdict that needs it is withheld.\
      """,
      List.of(
          "Grant what the evidence names; reading is enough.",
          "Run poolkeeper check: it says for each source which right is missing."),
      List.of()),
  SNAPSHOTCLASS_DRIFT(
      604,
      INFO,
      true,
      "A VolumeSnapshotClass that no longer fits its snapshots",
      """
      Contents name this class, and it is gone or belongs to another driver. Their snapshots stay \
      as they are; schedules and backup tools that name the class fail. A content's own deletion \
      policy may differ from that of its class: backup tools change it on purpose.\
      """,
      List.of(
          "Create the class again, with the driver in the evidence, or point the schedules at"
              + " another one."),
      List.of("Velero#4760")),
  RISKY_PARAMETER(
      605,
      INFO,
      true,
      "A StorageClass whose settings have a known trap",
      """
      What can be seen of the class and its volumes fits a trap that others fell into: it retains \
      volumes and names targets by a template, so that a new volume may take over an old one's \
      target; its file systems have no quota, so that one claim can fill the pool; or its driver is \
      csi.truenas.io, which deletes recursively, on TrueNAS 26 or newer, where that takes other \
      volumes that are clones along.\
      """,
      List.of(
          "The evidence says which trap it is, and what was seen of it.",
          "Change the setting in the driver or make a new class; parameters of a class cannot be"
              + " edited."),
      List.of("democratic-csi#289", "democratic-csi#349", "middleware#19637")),
  SIZE_DRIFT(
      606,
      INFO,
      true,
      "A volume whose dataset has another size than Kubernetes believes",
      """
      The quota of the file system, or the size of the zvol, differs from the volume's capacity by \
      more than rounding (16 MiB), and no expansion is under way. A smaller one is full before Kubernetes \
      expects it; a larger one was grown past Kubernetes.\
      """,
      List.of(
          "Larger: expand the claim to the same size, so that both agree.",
          "Smaller: set refquota or volsize to the capacity; never shrink a zvol."),
      List.of("democratic-csi#136")),
  ENCRYPTION_DRIFT(
      607,
      WARNING,
      true,
      "A volume that is not encrypted where others are",
      """
      The dataset of the volume is not encrypted, although the dataset it lies in is, or although \
      most volumes of its StorageClass are. ZFS encrypts a dataset when it is made and never \
      later: volumes from before encryption was turned on, and copies of them, stay readable to \
      whoever holds the disks.\
      """,
      List.of(
          "Ask who owns the claim whether its data must be encrypted at rest.",
          "If so, make a new claim of the class, copy the data over within the cluster, and check"
              + " that the new dataset is encrypted; a clone or snapshot of the old one is not.",
          "Then delete the old claim. Its blocks stay on the disks until they are written over."),
      List.of()),
  POOL_UNHEALTHY(
      701,
      CRITICAL,
      false,
      "A pool that is not healthy",
      """
      The TrueNAS says of the pool that it is not ONLINE, or not healthy. DEGRADED works without \
      its redundancy; any other state means that volumes are, or will be, unreachable. A pool that \
      is not imported is reported only when a volume or an extent names it: disks of a backup pool \
      may be on the shelf.\
      """,
      List.of(
          "Look at the pool's status on the TrueNAS and replace what has failed.",
          "Make sure that replicas and backups are recent before anything is rebuilt."),
      List.of()),
  SCRUB_OVERDUE(
      702,
      WARNING,
      false,
      "A pool that was not scrubbed for more than 42 days",
      """
      The pool's last scrub that went through ended more than 42 days ago, or it was never scanned \
      and is older than that. Errors that only a scrub finds add up unseen. Not said while a scrub \
      runs, nor when the last scan was a resilver, which hides when the last scrub was.\
      """,
      List.of("Start a scrub, and look at the pool's scrub task: is it enabled?"),
      List.of()),
  FRAGMENTATION_HIGH(
      703,
      INFO,
      true,
      "A pool whose free space is fragmented",
      """
      ZFS calls the pool's free space more than 50 % fragmented: it lies in small pieces. Writes get \
      slower as the pool fills; nothing is wrong with the data. ZFS cannot defragment.\
      """,
      List.of(
          "Make room: fragmentation hurts most in a full pool.",
          "What is sent to another pool and back lies in larger pieces again."),
      List.of()),
  APPLIANCE_ALERT(
      704,
      WARNING,
      false,
      "Alerts that the TrueNAS itself raises",
      """
      The appliance has alerts of this class, of level WARNING or above, that nobody dismissed. One \
      finding per class; alerts that a code of its own tells (use of the REST API, the state of a \
      pool under 701) are left out.\
      """,
      List.of("Read the alert on the TrueNAS; dismiss it there if it is known and accepted."),
      List.of()),
  API_DEPRECATED(
      705,
      INFO,
      false,
      "An API that the next TrueNAS does not have is in use",
      """
      The TrueNAS counts logins through its REST API, which release 26 no longer has, or its \
      release is older than 25.04 and lacks the API that replaces it. CSI drivers and tools that \
      use REST stop working with the upgrade.\
      """,
      List.of(
          "Find the clients: CSI drivers, monitoring, scripts. poolkeeper itself uses REST only"
              + " where there is nothing else.",
          "Upgrade them before the TrueNAS."),
      List.of("democratic-csi#509", "democratic-csi#436", "Pulse#1550")),
  EXTENT_POINTS_ELSEWHERE(
      801,
      CRITICAL,
      true,
      "A volume whose target or share leads to another volume's data",
      """
      What the volume names (its iSCSI target, NVMe subsystem or SMB share) serves a dataset that \
      is not its own: that one is another volume's, or the volume's own dataset is there beside it. \
      This happens when a name template makes a new volume take over the target of a retained old \
      one. A pod would read, and overwrite, somebody else's data.\
      """,
      List.of(
          "Stop the pods that use the claim before anything else.",
          "Compare both datasets; move the target's extent to the volume's own zvol, or restore the"
              + " claim from a backup.",
          "Make the driver's nameTemplate unique for every volume."),
      List.of("democratic-csi#289", "democratic-csi#44")),
  TARGET_SHARED(
      802,
      CRITICAL,
      true,
      "A zvol that volumes of different claims are bound to",
      """
      Two or more bound volumes of different claims lead to the same zvol over iSCSI or NVMe-oF. A \
      file system on a block device does not stand two writers; the same claim in two clusters, as \
      after a move, and static volumes that share a device on purpose are not meant. It is left alone \
      only when the zvol, or each of its volumes, asks for it.\
      """,
      List.of(
          "Make sure that only one of the claims is in use, now.",
          "Give the other claims volumes of their own and copy the data."),
      List.of("democratic-csi#289")),
  SHARE_EXPORTS_PARENT(
      803,
      INFO,
      true,
      "A share that exports the dataset in which volumes lie",
      """
      An enabled NFS or SMB share exports a dataset, or one above it, in which a driver keeps the \
      file systems of several volumes. Depending on the server, who may mount it can reach the data \
      of all of them, past every NetworkPolicy and every claim.\
      """,
      List.of(
          "Remove the share if nobody needs it, or restrict it to administrators' hosts.",
          "Keep data that people share outside of the dataset that the driver works in."),
      List.of()),
  INVENTORY_INCOMPLETE(
      901,
      WARNING,
      false,
      "A source could not be read completely",
      """
      Part of this source's inventory was missing or unreadable. What is not known is never read \
      as absent: every verdict that needs this part is withheld, earlier findings keep their last \
      state, and nothing is proposed from it.\
      """,
      List.of("Mend what the evidence names, then run the night again with the same --date."),
      List.of("k8s-cleaner#77")),
  HELD_BY_GUARD(
      902,
      WARNING,
      false,
      "A list that shrank, or lacks what others name, so that it is not believed",
      """
      A list that had rows came back empty, or lost more than the allowed share (max-drop-ratio) \
      against the most of the last nights; or, from the first night on, it is empty or lacks that \
      share although tonight's other lists name what it must hold, as bound claims name volumes and \
      clones their origin. Broken credentials and half-started appliances look just like this. \
      Verdicts that need the list are held, and the report says what they would have been.\
      """,
      List.of(
          "Count by hand what the evidence names: kubectl get ... -A, or midclt call ... | jq"
              + " length.",
          "If there is more, check the credentials and rights of the collector, and run the night"
              + " again with the same --date.",
          "If the list is right and only shorter than before, wait: it is believed after"
              + " confirm-runs nights. To believe it at once, or to believe one that is empty or"
              + " named by others, put it under guards.accept-drop, as the evidence writes it:"
              + " nas1/snapshots."),
      List.of("k8s-cleaner#77", "QNAP-CSI#55")),
  DELIVERY_FAILED(
      903,
      WARNING,
      false,
      "A recipient whom the last report did not reach",
      """
      What an earlier run was to tell this recipient was refused for good, was tried until it was too \
      old, still waits for its next try, or was handed over and the answer was lost. It is said by the \
      night after, and goes once something has reached the recipient again.\
      """,
      List.of(
          "Look what the receiver said: poolkeeper deliveries.",
          "Mend the address, the server or the settings; poolkeeper check tries all of them.",
          "Send it again with the same --date and --resend, if it is still of use."),
      List.of()),
  CLOCK_SKEW(
      904,
      INFO,
      true,
      "A TrueNAS whose clock is off",
      """
      Its own time is more than two minutes behind the time of the capture, or more than an hour \
      ahead. Ahead is allowed more, because the answer comes after the capture has begun, in \
      recordings made by hand long after. A live system that is more than ten minutes off is not \
      read at all, see PK901.\
      """,
      List.of("Set up NTP on the side whose clock is off."),
      List.of());

  private final int number;
  private final Severity severity;
  private final boolean needsConfirmation;
  private final String title;
  private final String meaning;

  @SuppressWarnings("ImmutableEnumChecker") // both lists are copied, Error Prone cannot see it
  private final Texts texts;

  private record Texts(List<String> actions, List<String> references) {}

  FindingCode(
      int number,
      Severity severity,
      boolean needsConfirmation,
      String title,
      String meaning,
      List<String> actions,
      List<String> references) {
    this.number = number;
    this.severity = severity;
    this.needsConfirmation = needsConfirmation;
    this.title = title;
    this.meaning = meaning;
    this.texts = new Texts(List.copyOf(actions), List.copyOf(references));
  }

  /** {@code PK102}: how the code is written everywhere. */
  public String code() {
    return "PK" + number;
  }

  /** {@code backend-without-volume}: its name in words. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Severity once the finding is confirmed. */
  public Severity severity() {
    return severity;
  }

  /** Whether it must be seen on several complete nights before it is believed. */
  public boolean needsConfirmation() {
    return needsConfirmation;
  }

  public String title() {
    return title;
  }

  public String meaning() {
    return meaning;
  }

  /** What to do, step by step. */
  public List<String> actions() {
    return texts.actions();
  }

  /** Upstream issues where users met it. */
  public List<String> references() {
    return texts.references();
  }

  /** Whether it says that one side has an object which the other has not. */
  public boolean orphan() {
    return number < 300;
  }

  /** Whether it says how far the run itself can be trusted. */
  public boolean ofTheRun() {
    return number >= 900;
  }

  /** Whether it says that a volume leads to data that is not its own, or that others reach it. */
  public boolean wrongData() {
    return number >= 800 && number < 900;
  }

  /** The code written as {@code PK102}, {@code 102} or by name, in any case. */
  public static Optional<FindingCode> parse(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(
            c ->
                wanted.equals(c.code().toLowerCase(Locale.ROOT))
                    || wanted.equals(Integer.toString(c.number))
                    || wanted.equals(c.word()))
        .findFirst();
  }
}
