package dev.poolkeeper.tests.hand;

import dev.poolkeeper.jobs.configuration.ExecutorSettings;
import dev.poolkeeper.jobs.live.ExecutorHands;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.proposal.Action;
import dev.poolkeeper.processors.proposal.Hand;
import dev.poolkeeper.processors.proposal.Stage;
import dev.poolkeeper.processors.proposal.Step;
import dev.poolkeeper.readers.source.Retry;
import dev.poolkeeper.readers.source.Secret;
import dev.poolkeeper.readers.source.TlsTrust;
import dev.poolkeeper.readers.truenas.live.NasAccess;
import dev.poolkeeper.tests.simulator.Generation;
import dev.poolkeeper.tests.simulator.Pace;
import dev.poolkeeper.tests.simulator.Rights;
import dev.poolkeeper.tests.simulator.SimulatorTls;
import dev.poolkeeper.tests.simulator.TrueNasSimulator;
import java.net.URI;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A small simulated TrueNAS nas1, and the hand that acts on it. */
final class NasLab implements AutoCloseable {

  static final String MARK = "p-0123456789";
  static final String VOLUME = "tank/k8s/vols/pvc-1";
  static final String SNAPSHOT = VOLUME + "@snapshot-1";
  static final String LEFT = "tank/k8s/vols/pvc-left";

  private static final SimulatorTls TLS = SimulatorTls.valid();
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pace HURRIED =
      new Pace(Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofSeconds(1));

  private final TrueNasSimulator nas;
  private final Path authority;

  NasLab(Generation generation, Path files) {
    this.nas =
        TrueNasSimulator.of(lists(generation), Map.of(), generation).pace(HURRIED).start(TLS);
    this.authority = TLS.caFile(files.resolve("ca.crt"));
  }

  TrueNasSimulator nas() {
    return nas;
  }

  Hand hand() {
    return hand(Rights.EXECUTOR, Duration.ofSeconds(20));
  }

  Hand hand(Rights rights, Duration patience) {
    NasAccess access =
        new NasAccess(
            "nas1",
            URI.create(nas.httpsUrl()),
            Optional.of(nas.username()),
            new Secret(nas.apiKey(rights)),
            NasAccess.Api.AUTO,
            new TlsTrust.Authorities(authority),
            patience,
            Duration.ofMinutes(5));
    return new ExecutorHands(
            new ExecutorSettings(Map.of(), Map.of("nas1", access)),
            new Retry(2, Duration.ofMillis(1), Duration.ofMillis(5)),
            time -> false,
            Clock.systemUTC())
        .open("nas1", MARK);
  }

  /** The step that expects what is there now. */
  static Step step(Hand hand, Action action) {
    Step bare = bare(action, new TreeMap<>());
    return bare(action, hand.look(bare).orElseThrow());
  }

  static Step bare(Action action, SortedMap<String, String> expected) {
    return new Step(
        action.reversible() ? Stage.QUARANTINE : Stage.DESTROY, action, subject(action), expected);
  }

  private static Subject subject(Action action) {
    return switch (action) {
      case DELETE_NFS_SHARE -> subject(ObjectKind.NFS_SHARE, "mnt/" + VOLUME);
      case DELETE_SMB_SHARE -> subject(ObjectKind.SMB_SHARE, "pvc-1");
      case DELETE_TARGET_EXTENT -> subject(ObjectKind.ISCSI_TARGET_EXTENT, "31");
      case DELETE_ISCSI_EXTENT -> subject(ObjectKind.ISCSI_EXTENT, "pvc-3-disk");
      case DELETE_ISCSI_TARGET -> subject(ObjectKind.ISCSI_TARGET, "pvc-3");
      case DELETE_NVME_NAMESPACE -> subject(ObjectKind.NVME_NAMESPACE, "7");
      case DESTROY_SNAPSHOT -> subject(ObjectKind.ZFS_SNAPSHOT, SNAPSHOT);
      default -> subject(ObjectKind.DATASET, LEFT);
    };
  }

  static Subject subject(ObjectKind kind, String name) {
    return Subject.of("nas1", kind, name);
  }

  static ObjectNode row(String json) {
    return (ObjectNode) JSON.readTree(json);
  }

  private static Map<String, List<ObjectNode>> lists(Generation generation) {
    Map<String, List<ObjectNode>> lists = new LinkedHashMap<>();
    lists.put(
        "pool.query",
        rows("{'id':1,'name':'tank','guid':'1','status':'ONLINE','healthy':true,'size':100}"));
    lists.put(
        "pool.dataset.query",
        rows(
            "{'id':'tank'}",
            "{'id':'tank/k8s'}",
            "{'id':'tank/k8s/vols'}",
            "{'id':'tank/k8s/blk'}",
            "{'id':'tank/k8s/vols/pvc-1','creation':{'rawvalue':'1750000000'}}",
            "{'id':'tank/k8s/vols/pvc-2'}",
            "{'id':'tank/k8s/vols/pvc-left','creation':{'rawvalue':'1750000100'}}",
            "{'id':'tank/k8s/vols/pvc-left-too'}",
            "{'id':'tank/k8s/blk/pvc-3','type':'VOLUME'}",
            "{'id':'tank/k8s/blk/pvc-4','type':'VOLUME'}"));
    lists.put(
        "pool.snapshot.query",
        rows(
            "{'id':'tank/k8s/vols/pvc-1@snapshot-1','createtxg':'100','properties':{'creation':{'rawvalue':'1750000000'}}}",
            "{'id':'tank/k8s/vols/pvc-1@snapshot-2','createtxg':'101','properties':{'creation':{'rawvalue':'1750000001'}}}",
            "{'id':'tank/k8s/vols@snapshot-1','createtxg':'102','properties':{'creation':{'rawvalue':'1750000002'}}}"));
    lists.put(
        "sharing.nfs.query",
        rows(
            "{'id':1,'path':'/mnt/tank/k8s/vols/pvc-1','aliases':[],'comment':'of a test','networks':['10.0.0.0/24'],'hosts':['a.example.com'],'ro':false,'maproot_user':'root','maproot_group':'wheel','mapall_user':null,'mapall_group':null,'security':['SYS'],'enabled':true}",
            "{'id':2,'path':'/mnt/tank/k8s/vols/pvc-2','aliases':[],'enabled':true}"));
    lists.put(
        "sharing.smb.query",
        rows(
            "{'id':1,'purpose':'DEFAULT_SHARE','name':'pvc-1','path':'/mnt/tank/k8s/vols/pvc-1','comment':'c','enabled':true,'ro':true}",
            "{'id':2,'purpose':'DEFAULT_SHARE','name':'pvc-2','path':'/mnt/tank/k8s/vols/pvc-2','comment':'','enabled':true}"));
    lists.put(
        "iscsi.target.query",
        rows(
            "{'id':11,'name':'pvc-3','alias':'of a test','mode':'ISCSI','groups':[{'portal':1,'initiator':2,'authmethod':'CHAP','auth':3}]}",
            "{'id':12,'name':'xpvc-3'}"));
    lists.put(
        "iscsi.extent.query",
        rows(
            "{'id':21,'name':'pvc-3-disk','type':'DISK','disk':'zvol/tank/k8s/blk/pvc-3','path':'zvol/tank/k8s/blk/pvc-3','serial':'0123','blocksize':4096,'naa':'0x6589cfc000000aaaaaaaaa','comment':'c','ro':false,'rpm':'SSD','enabled':true,'vendor':'TrueNAS'}",
            "{'id':22,'name':'other','type':'DISK','disk':'zvol/tank/k8s/blk/pvc-4','path':'zvol/tank/k8s/blk/pvc-4'}"));
    lists.put(
        "iscsi.targetextent.query",
        rows(
            "{'id':31,'target':11,'extent':21,'lunid':5}",
            "{'id':32,'target':12,'extent':22,'lunid':0}"));
    if (generation.atLeast(Generation.GOLDEYE_25_10)) {
      lists.put(
          "nvmet.subsys.query",
          rows("{'id':5,'name':'pvc-4','subnqn':'nqn.2011-06.com.truenas:pvc-4'}"));
      lists.put(
          "nvmet.namespace.query",
          rows(
              "{'id':7,'nsid':3,'subsys':{'id':5,'name':'pvc-4','subnqn':'nqn.2011-06.com.truenas:pvc-4'},'device_type':'ZVOL','device_path':'zvol/tank/k8s/blk/pvc-4','filesize':null,'device_uuid':'u','device_nguid':'g','enabled':true,'locked':false}"));
    }
    return lists;
  }

  private static List<ObjectNode> rows(String... rows) {
    return Stream.of(rows).map(text -> row(text.replace('\'', '"'))).toList();
  }

  static JsonNode json(String text) {
    return JSON.readTree(text);
  }

  @Override
  public void close() {
    nas.close();
  }
}
