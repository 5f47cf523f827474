package dev.poolkeeper.tests.hand;

import dev.poolkeeper.jobs.configuration.ExecutorSettings;
import dev.poolkeeper.jobs.live.ExecutorHands;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.proposal.Action;
import dev.poolkeeper.processors.proposal.Hand;
import dev.poolkeeper.processors.proposal.Stage;
import dev.poolkeeper.processors.proposal.Step;
import dev.poolkeeper.readers.kubernetes.live.ClusterAccess;
import dev.poolkeeper.readers.source.Retry;
import dev.poolkeeper.tests.simulator.KubernetesSimulator;
import dev.poolkeeper.tests.simulator.SimulatorTls;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** A small simulated cluster prod-a, and the hand that acts in it. */
final class ClusterLab implements AutoCloseable {

  static final String SECRET = "planted-chap-secret";

  private static final SimulatorTls TLS = SimulatorTls.valid();

  private final KubernetesSimulator cluster;
  private final Path reader;
  private final Path executor;

  ClusterLab(Path files) {
    this.cluster = KubernetesSimulator.start(lists(), TLS, 0);
    this.reader = cluster.kubeconfig(files.resolve("reader"), "simulated");
    this.executor = cluster.executorKubeconfig(files.resolve("executor"), "simulated");
  }

  KubernetesSimulator cluster() {
    return cluster;
  }

  Hand hand() {
    return hand(executor, Duration.ofSeconds(20));
  }

  Hand readersHand() {
    return hand(reader, Duration.ofSeconds(20));
  }

  static Hand hand(Path kubeconfig, Duration patience) {
    ClusterAccess access =
        new ClusterAccess(
            "prod-a",
            Optional.of(kubeconfig),
            Optional.of("simulated"),
            false,
            patience,
            Optional.empty());
    return new ExecutorHands(
            new ExecutorSettings(Map.of("prod-a", access), Map.of()),
            new Retry(2, Duration.ofMillis(1), Duration.ofMillis(5)),
            time -> time < 2,
            Clock.systemUTC())
        .open("prod-a", "");
  }

  static Step step(Hand hand, Action action, String name) {
    return step(action, name, hand.look(step(action, name, new TreeMap<>())).orElseThrow());
  }

  static Step step(Action action, String name, SortedMap<String, String> expected) {
    ObjectKind kind =
        switch (action) {
          case DELETE_PERSISTENT_VOLUME -> ObjectKind.PERSISTENT_VOLUME;
          case DELETE_VOLUME_SNAPSHOT -> ObjectKind.VOLUME_SNAPSHOT;
          default -> ObjectKind.VOLUME_SNAPSHOT_CONTENT;
        };
    return new Step(
        action.reversible() ? Stage.QUARANTINE : Stage.DESTROY,
        action,
        Subject.of("prod-a", kind, name),
        expected);
  }

  static ObjectNode object(String text) {
    return NasLab.row(text.replace('\'', '"'));
  }

  private static Map<String, List<ObjectNode>> lists() {
    Map<String, List<ObjectNode>> lists = new LinkedHashMap<>();
    lists.put(
        "persistentvolumes",
        objects(
            volume("pv-released", "Released", "Retain", "gone", "u-gone"),
            volume("pv-deletes", "Released", "Delete", "gone", "u-gone"),
            volume("pv-bound", "Bound", "Retain", "data", "u-data"),
            volume("pv-attached", "Released", "Retain", "gone", "u-gone")));
    lists.put(
        "persistentvolumeclaims",
        objects(
            "{'metadata':{'namespace':'shop','name':'data','uid':'u-data'},'spec':{'volumeName':'pv-bound'},'status':{'phase':'Bound'}}"));
    lists.put(
        "volumeattachments",
        objects(
            "{'metadata':{'name':'va-1'},'spec':{'nodeName':'node-1','source':{'persistentVolumeName':'pv-attached'}}}"));
    lists.put(
        "volumesnapshots",
        objects(
            "{'metadata':{'namespace':'shop','name':'snap','uid':'u-snap'},'spec':{'source':{'persistentVolumeClaimName':'data'},'volumeSnapshotClassName':'c'},'status':{'boundVolumeSnapshotContentName':'content-of-snap','readyToUse':true}}"));
    lists.put(
        "volumesnapshotcontents",
        objects(
            content("content-left", "Retain", "snap-gone", "u-snap-gone"),
            content("content-deletes", "Delete", "snap-gone", "u-snap-gone"),
            content("content-of-snap", "Retain", "snap", "u-snap")));
    return lists;
  }

  private static String volume(
      String name, String phase, String policy, String claim, String claimUid) {
    return "{'metadata':{'name':'%1$s','labels':{'a':'b'},'annotations':{'pv.kubernetes.io/provisioned-by':'org.democratic-csi.nfs','kubectl.kubernetes.io/last-applied-configuration':'x'},'finalizers':['kubernetes.io/pv-protection'],'creationTimestamp':'2025-06-15T15:06:40Z','managedFields':[{'manager':'m'}]},'spec':{'capacity':{'storage':'5Gi'},'accessModes':['ReadWriteMany'],'persistentVolumeReclaimPolicy':'%3$s','storageClassName':'nfs','claimRef':{'namespace':'shop','name':'%4$s','uid':'%5$s'},'csi':{'driver':'org.democratic-csi.nfs','volumeHandle':'handle-%1$s','volumeAttributes':{'server':'nas1','share':'/mnt/tank/k8s/vols/pvc-1','chapSecret':'planted-chap-secret'},'nodePublishSecretRef':{'namespace':'csi','name':'node'}}},'status':{'phase':'%2$s'}}"
        .formatted(name, phase, policy, claim, claimUid);
  }

  private static String content(String name, String policy, String snapshot, String uid) {
    return "{'metadata':{'name':'%1$s','finalizers':['snapshot.storage.kubernetes.io/volumesnapshotcontent-bound-protection']},'spec':{'driver':'org.democratic-csi.nfs','deletionPolicy':'%2$s','source':{'volumeHandle':'v'},'volumeSnapshotRef':{'namespace':'shop','name':'%3$s','uid':'%4$s'},'volumeSnapshotClassName':'c'},'status':{'snapshotHandle':'v@%1$s','readyToUse':true}}"
        .formatted(name, policy, snapshot, uid);
  }

  private static List<ObjectNode> objects(String... objects) {
    return Stream.of(objects).map(ClusterLab::object).toList();
  }

  @Override
  public void close() {
    cluster.close();
  }
}
