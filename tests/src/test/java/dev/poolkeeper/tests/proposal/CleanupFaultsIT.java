package dev.poolkeeper.tests.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.jobs.batch.JobFailed;
import dev.poolkeeper.jobs.cleanup.CleanupReport;
import dev.poolkeeper.jobs.cleanup.CleanupReport.Result;
import dev.poolkeeper.jobs.ledger.RunLock;
import dev.poolkeeper.tests.proposal.MeddledHands.Moment;
import dev.poolkeeper.tests.simulator.Fault;
import dev.poolkeeper.tests.simulator.Generation;
import dev.poolkeeper.tests.simulator.Rights;
import dev.poolkeeper.tests.support.ChildRun;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.SmallEstate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What goes wrong with a cleanup ends in a state that says so, and nothing outside its plan is
 * touched. Every test has a leak of its own in one estate that one night has judged.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CleanupFaultsIT {

  private static final String VOLUMES = "nas1 dataset tank/k8s/vols/";
  private static final String SHARES = "sharing.nfs.query";
  private static final String VOLUME = "persistentvolumes";
  private static final String STEADY = "tank/k8s/vols/steady-1@";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private CleanupLab lab;

  @BeforeAll
  void judgeOneNight(@TempDir Path folder) {
    SmallEstate estate = SmallEstate.ofHealthyVolumes(12).snapshot("steady-2", "in-use");
    Stream.of(
            "cloned",
            "reused",
            "reused-late",
            "other-box",
            "refused",
            "nobody",
            "lost",
            "midway",
            "killed-1",
            "killed-2",
            "killed-3",
            "killed-4",
            "killed-hard",
            "turn-1",
            "turn-2",
            "cloned-meanwhile",
            "locked")
        .forEach(name -> estate.leftover(name).used(name, 10L << 20));
    Stream.of("made-again", "made-again-late", "made-again-last")
        .forEach(name -> estate.volume(name).released(name).retained(name));
    Stream.of("held", "held-late", "cloned-late", "busy")
        .forEach(name -> estate.strandedSnapshot("steady-1", name));
    estate.strandedSnapshot("cloned", "of-cloned").strandedSnapshot("cloned-meanwhile", "of-it");
    lab =
        new CleanupLab(
            folder,
            new LeakyRecording(estate, folder.resolve("recording")),
            Generation.GOLDEYE_25_10);
    lab.night();
  }

  @AfterAll
  void stop() {
    lab.close();
  }

  @AfterEach
  void heal() {
    lab.heal();
  }

  /** It stays approved, and a dry run says the same. */
  private void assertRefused(String name, String why) {
    lab.approve(name);
    SortedMap<String, String> before = lab.everything();
    assertThat(lab.dryRun().output()).contains("not now: ", why);

    Poolkeeper.Said said = lab.execute();

    assertThat(said.exitCode()).as(said.toString()).isEqualTo(ExitCode.DONE);
    assertThat(said.output()).contains("not now: ", why);
    assertThat(lab.changes(before)).isEmpty();
    assertThat(lab.state(name)).startsWith("approved");
    lab.reject(name);
  }

  private void assertTakenBack(String name, Poolkeeper.Said said, String why) {
    assertThat(said.exitCode()).as(said.toString()).isEqualTo(ExitCode.FAILED);
    assertThat(said.output()).contains("FAILED, and taken back: ", why);
    assertThat(lab.state(name)).startsWith("rolled-back");
    assertThat(lab.show(name)).contains("rolled-back, by poolkeeper (cleanup): ", why);
  }

  private static ObjectNode share(long id, String path) {
    String row = "{\"id\":%d,\"path\":\"%s\",\"enabled\":true}".formatted(id, path);
    return JSON.readTree(row).asObject();
  }

  @Test
  void cloneThatAppearedSinceTheApprovalIsInTheWay() {
    lab.nas().makeClone("tank/k8s/vols/steady-3", "tank/k8s/vols/cloned@of-cloned");

    assertRefused("cloned", "is blocked now: tank/k8s/vols/steady-3");
  }

  @Test
  void holdThatWasAddedSinceTheApprovalIsInTheWay() {
    lab.nas().hold(STEADY + "held", "velero");

    assertRefused("steady-1@held", "is blocked now: ");
  }

  @Test
  void numberOfAShareThatAnotherBearsIsNotWhatWasApproved() {
    JsonNode share = lab.share("reused");
    long id = share.path("id").asLong();
    lab.nas().remove(SHARES, id);
    lab.nas().put(SHARES, share(id, "/mnt/tank/elsewhere"));

    assertRefused("reused", "is not the plan that was approved: no more delete the NFS share");
  }

  @Test
  void volumeThatWasMadeAgainIsNotWhatWasApproved() {
    makeAgain("made-again");

    assertRefused(
        "made-again", "is not the plan that was approved: no more delete the PersistentVolume");
  }

  private void makeAgain(String volume) {
    ObjectNode object = lab.cluster().get(VOLUME, "", volume).orElseThrow().deepCopy().asObject();
    object.withObject("/metadata").put("uid", "another-" + volume);
    lab.cluster().put(VOLUME, object);
  }

  @Test
  void anotherTrueNasBehindTheSameNameIsLeftAlone() {
    lab.nas().faults().always("system.host_id", Fault.answering("'another'".replace('\'', '"')));

    assertRefused("other-box", "nas1 is not the system that it was when this was approved");
  }

  @Test
  void systemThatCannotBeReadIsNotActedOn() {
    lab.nas().faults().always(SHARES, Fault.error("EFAULT", "no"));

    assertRefused("other-box", "nothing says any more that it may go");
  }

  @Test
  void nobodyActsWhereNoExecutorIsNamed() {
    lab.approve("nobody");
    SortedMap<String, String> before = lab.everything();
    Path none = lab.configuration("      executor: {username", "      # executor: {username");

    Poolkeeper.Said said = lab.say(none, "run", "cleanup", "--execute");

    assertThat(said.output())
        .contains("nas1 has no executor in the configuration: nobody may act there");
    assertThat(lab.changes(before)).isEmpty();
    assertThat(lab.state("nobody")).isEqualTo("approved quarantine");
    lab.reject("nobody");
  }

  @Test
  void executorWithoutRightsDoesNothing() throws IOException {
    lab.approve("refused");
    SortedMap<String, String> before = lab.everything();
    Path limited = lab.configuration("nas1.executor.api-key", "nas1.limited.api-key");
    Path key = limited.resolveSibling("nas1.limited.api-key");
    Files.copy(
        limited.resolveSibling("nas1.executor.api-key"), key, StandardCopyOption.COPY_ATTRIBUTES);
    Files.writeString(key, lab.nas().apiKey(Rights.LIMITED));

    Poolkeeper.Said said = lab.say(limited, "run", "cleanup", "--execute");

    assertTakenBack("refused", said, "nothing was changed");
    assertThat(lab.changes(before)).isEmpty();
  }

  @Test
  void readersOwnKeyIsNoExecutors() throws IOException {
    Path own = lab.configuration("nas1.executor.api-key", "nas1.api-key");

    Poolkeeper.Said said = lab.say(own, "run", "cleanup", "--execute");

    assertThat(said.exitCode()).as(said.toString()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(said.errors()).contains("executor");
  }

  @Test
  void answerThatWasLostIsLookedUp() {
    lab.approve("lost");
    SortedMap<String, String> before = lab.everything();
    long share = lab.share("lost").path("id").asLong();
    lab.nas().faults().once("sharing.nfs.delete", Fault.dropMidway());

    Poolkeeper.Said said = lab.execute();

    assertThat(said.exitCode()).as(said.toString()).isEqualTo(ExitCode.DONE);
    assertThat(lab.changes(before))
        .containsExactlyInAnyOrder("- nas1 " + SHARES + " " + share, "~ " + VOLUMES + "lost");
    assertThat(lab.state("lost")).isEqualTo("quarantined quarantine");
  }

  @Test
  void whatWasDoneBeforeAStepThatFailsIsTakenBack() {
    lab.approve("midway");
    SortedMap<String, String> before = lab.everything();
    long share = lab.share("midway").path("id").asLong();
    lab.nas().faults().once("pool.dataset.update", Fault.error("EFAULT", "out of space"));

    Poolkeeper.Said said = lab.execute();

    assertTakenBack("midway", said, "out of space; what was done is taken back");
    assertThat(lab.changes(before))
        .containsExactlyInAnyOrder(
            "- nas1 " + SHARES + " " + share,
            "+ nas1 " + SHARES + " " + lab.share("midway").path("id").asLong());
  }

  @Test
  void snapshotThatIsBusyStays() {
    lab.approve("steady-1@busy");
    SortedMap<String, String> before = lab.everything();
    lab.nas().faults().once("pool.snapshot.delete", Fault.error("EBUSY", "dataset is busy"));

    Poolkeeper.Said said = lab.execute();

    assertTakenBack("steady-1@busy", said, "dataset is busy; nothing was changed");
    assertThat(lab.changes(before)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "reused-late, BEFORE_LOOK, it is not what it was",
    "made-again-late, BEFORE_LOOK, it is not what it was",
    "made-again-last, BEFORE_ACT, ''",
    "steady-1@held-late, BEFORE_LOOK, held",
    "steady-1@cloned-late, BEFORE_ACT, clone",
  })
  void changeBehindItsBackIsSeenBeforeTheAct(String name, Moment moment, String why) {
    lab.approve(name);
    List<SortedMap<String, String>> meddled = new ArrayList<>();

    CleanupReport report =
        lab.execute(
            hands ->
                new MeddledHands(
                    hands,
                    moment,
                    1,
                    () -> {
                      meddle(name);
                      meddled.add(lab.everything());
                    }));

    assertThat(report.lines())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.result()).as(line.words()).isEqualTo(Result.TAKEN_BACK);
              assertThat(line.words()).contains(why).endsWith("nothing was changed");
            });
    assertThat(meddled).hasSize(1);
    assertThat(lab.changes(meddled.get(0))).isEmpty();
    assertThat(lab.state(name)).startsWith("rolled-back");
  }

  private void meddle(String name) {
    switch (name) {
      case "reused-late" -> {
        long id = lab.share(name).path("id").asLong();
        lab.nas().remove(SHARES, id);
        lab.nas().put(SHARES, share(id, "/mnt/tank/k8s"));
      }
      case "steady-1@held-late" -> lab.nas().hold(STEADY + "held-late", "velero");
      case "steady-1@cloned-late" ->
          lab.nas().makeClone("tank/k8s/vols/steady-4", STEADY + "cloned-late");
      default -> makeAgain(name);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "killed-1, BEFORE_ACT, 1",
    "killed-2, AFTER_ACT, 1",
    "killed-3, BEFORE_ACT, 2",
    "killed-4, AFTER_ACT, 3"
  })
  void cleanupThatWasKilledGoesOn(String name, Moment moment, int time) {
    lab.approve(name);
    SortedMap<String, String> before = lab.everything();
    long share = lab.share(name).path("id").asLong();

    kill(moment, time);

    assertThat(lab.state(name)).isEqualTo("running quarantine");
    Poolkeeper.Said said = lab.execute();
    assertThat(said.exitCode()).as(said.toString()).isEqualTo(ExitCode.DONE);
    assertThat(lab.changes(before))
        .containsExactlyInAnyOrder("- nas1 " + SHARES + " " + share, "~ " + VOLUMES + name);
    assertThat(lab.state(name)).isEqualTo("quarantined quarantine");
    assertThat(lab.dataset(name).at("/readonly/rawvalue").asString()).isEqualTo("on");
  }

  @Test
  void cleanupThatLostTheLockBeginsNoFurtherProposal() {
    lab.approve("turn-1");
    lab.approve("turn-2");
    JdbcClient ledger = JdbcClient.create(lab.ledger());
    Runnable lose =
        () ->
            ledger
                .sql(
                    """
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where application_name like 'poolkeeper cleanup on %'
                        and datname = current_database()
                    """)
                .query(Boolean.class)
                .single();

    assertThatThrownBy(
            () -> lab.execute(hands -> new MeddledHands(hands, Moment.AFTER_ACT, 1, lose)))
        .isInstanceOf(JobFailed.class)
        .hasMessageContaining("the connection that had the ledger's lock is gone");

    assertThat(List.of(lab.state("turn-1"), lab.state("turn-2")))
        .containsExactlyInAnyOrder("quarantined quarantine", "running quarantine");
    assertThat(lab.execute().exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(List.of(lab.state("turn-1"), lab.state("turn-2")))
        .containsOnly("quarantined quarantine");
  }

  private void kill(Moment moment, int time) {
    assertThatThrownBy(
            () ->
                lab.execute(
                    hands ->
                        new MeddledHands(
                            hands,
                            moment,
                            time,
                            () -> {
                              throw new MeddledHands.Killed();
                            })))
        .isInstanceOf(JobFailed.class);
  }

  @Test
  @Timeout(180)
  void processThatWasKilledWithinACallGoesOn() throws Exception {
    lab.approve("killed-hard");
    SortedMap<String, String> before = lab.everything();
    long share = lab.share("killed-hard").path("id").asLong();
    lab.nas().faults().always("pool.dataset.update", Fault.stall());
    try (ChildRun child =
        ChildRun.start(
            lab.poolkeeper().environment(),
            "run",
            "cleanup",
            "--execute",
            "--config",
            lab.configuration().toString())) {
      while (!lab.changes(before).contains("- nas1 " + SHARES + " " + share)) {
        Thread.sleep(20);
      }
      child.kill();
    }
    lab.heal();
    assertThat(lab.dataset("killed-hard").at("/user_properties").size()).isEqualTo(2);
    assertThat(lab.state("killed-hard")).isEqualTo("running quarantine");

    Poolkeeper.Said said = lab.execute();

    assertThat(said.exitCode()).as(said.toString()).isEqualTo(ExitCode.DONE);
    assertThat(lab.changes(before))
        .containsExactlyInAnyOrder(
            "- nas1 " + SHARES + " " + share, "~ " + VOLUMES + "killed-hard");
    assertThat(lab.state("killed-hard")).isEqualTo("quarantined quarantine");
  }

  @Test
  void cleanupThatWasKilledDoesNotGoOnWhenSomethingIsInTheWay() {
    String name = "cloned-meanwhile";
    lab.approve(name);
    kill(Moment.AFTER_ACT, 1);
    assertThat(lab.dryRun().output()).contains("would be gone on with: its cleanup was killed");
    lab.nas().makeClone("tank/k8s/vols/steady-5", "tank/k8s/vols/cloned-meanwhile@of-it");
    SortedMap<String, String> before = lab.everything();

    Poolkeeper.Said said = lab.execute();

    assertThat(said.exitCode()).as(said.toString()).isEqualTo(ExitCode.FAILED);
    assertThat(said.output()).contains("FAILED: its cleanup was killed and may not go on");
    assertThat(lab.changes(before)).isEmpty();
    assertThat(lab.state(name)).isEqualTo("failed quarantine");
    Poolkeeper.Said restored = lab.say("proposals", "restore", lab.id(name), "--reason", "cloned");
    assertThat(restored.exitCode()).as(restored.toString()).isZero();
    assertThat(lab.share(name).path("enabled").asBoolean()).isTrue();
  }

  @Test
  void twoCleanupsAtOnceAreOne() throws Exception {
    lab.approve("locked");
    SortedMap<String, String> before = lab.everything();
    DriverManagerDataSource ledger = lab.ledger();
    try (RunLock other = RunLock.take(ledger, "poolkeeper cleanup on pod-1")) {
      assertThat(lab.execute().errors()).contains("Another run is using this ledger");
      assertThat(lab.say("proposals", "restore", lab.id("lost"), "--reason", "x").errors())
          .contains("Another run is using this ledger");
    }
    assertThat(lab.changes(before)).isEmpty();
    assertThat(lab.state("locked")).isEqualTo("approved quarantine");
    lab.reject("locked");
  }
}
