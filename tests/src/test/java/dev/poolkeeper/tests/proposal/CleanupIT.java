package dev.poolkeeper.tests.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.tests.simulator.Fault;
import dev.poolkeeper.tests.simulator.Generation;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.SmallEstate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * From the leak to the freed bytes on live systems, and back again where a person wants it back.
 */
class CleanupIT {

  private static final String VOLUMES = "nas1 dataset tank/k8s/vols/";

  @TempDir private Path folder;

  private CleanupLab start(Generation release) {
    SmallEstate estate =
        SmallEstate.ofHealthyVolumes(8)
            .leftover("gone")
            .leftover("back")
            .used("gone", 10L << 20)
            .used("back", 10L << 20)
            .volume("kept")
            .released("kept")
            .retained("kept")
            .volume("again")
            .released("again")
            .retained("again")
            .snapshot("steady-2", "snapshot-in-use")
            .strandedSnapshot("gone", "old")
            .strandedSnapshot("steady-1", "snapshot-left");
    LeakyRecording recording =
        new LeakyRecording(estate, folder.resolve("recording")).zvol("block").ownZvol("disk");
    return new CleanupLab(folder, recording, release);
  }

  @ParameterizedTest
  @EnumSource(names = {"ELECTRIC_EEL_24_10", "GOLDEYE_25_10"})
  void leakIsPutAwayAndThenDestroyedOrBroughtBack(Generation release) {
    try (CleanupLab lab = start(release)) {
      lab.night();
      SortedMap<String, String> leaky = lab.everything();
      lab.approve("gone", "back", "block", "kept", "again", "steady-1@snapshot-left");
      dryRunDoesNothing(lab, leaky);

      JsonNode again = lab.cluster().get("persistentvolumes", "", "again").orElseThrow();
      assertDone(lab.execute(), 6);

      quarantineTookAwayWhatLeadsThere(lab, leaky);
      lab.cluster().put("persistentvolumes", again.asObject());
      SortedMap<String, String> away = lab.everything();
      String volume = lab.id("kept");
      String former = lab.id("again");
      lab.later(Duration.ofDays(1));
      lab.night();
      assertThat(lab.findings()).contains("PK102 gone", "PK102 back", "PK102 block");
      assertThat(lab.findings()).doesNotContain("PK103 kept", "PK202 steady-1@snapshot-left");
      assertThat(lab.state("gone")).isEqualTo("quarantined destroy");
      assertThat(lab.approval("gone").errors()).contains("is in quarantine");
      nothingIsMadeOnAnotherSystem(lab, away);
      restoreBringsBackWhatWasTakenAway(lab, away);
      SortedMap<String, String> without = lab.everything();
      assertThat(lab.say("proposals", "restore", volume, "--reason", "wanted").exitCode()).isZero();
      assertThat(lab.changes(without)).containsExactly("+ prod-a persistentvolumes//kept");
      assertThat(lab.say("proposals", "restore", former, "--reason", "wanted").errors())
          .contains(lab.id("again") + " stands for the same by now");

      lab.later(Duration.ofDays(14));
      lab.night();
      assertThat(lab.state("gone")).isEqualTo("waiting destroy");
      assertThat(lab.state("back")).isEqualTo("restored quarantine");
      assertThat(lab.show(volume)).contains("State restored");
      assertThat(lab.findings()).contains("PK103 kept").doesNotContain("PK102 kept");
      destructionTakesTheRest(lab);

      lab.later(Duration.ofDays(1));
      lab.night();
      assertThat(lab.state("gone")).isEqualTo("done destroy");
      assertThat(lab.findings()).contains("PK102 back").doesNotContain("PK102 gone", "PK102 block");
      assertThat(lab.resolved()).contains("PK102 gone", "PK102 block");
      assertThat(lab.freedBytes("gone")).isEqualTo(10L << 20);
      estimateIsComparedWithWhatThePoolDid(lab);
    }
  }

  /** A pool that was just met has no forecast, so its figures are told without a verdict. */
  private static void estimateIsComparedWithWhatThePoolDid(CleanupLab lab) {
    JsonNode outcome = lab.outcome("gone");
    assertThat(outcome.path("estimatedBytes").asLong()).isEqualTo(10L << 20);
    assertThat(outcome.path("together").asInt()).isEqualTo(2);
    assertThat(outcome.path("togetherBytes").asLong()).isEqualTo(20L << 20);
    assertThat(outcome.path("usedBytesBefore").asLong() - outcome.path("usedBytesAfter").asLong())
        .isEqualTo(20L << 20);
    assertThat(outcome.path("verdict").asString()).isEqualTo("unknown");
    assertThat(lab.show("gone"))
        .contains("Pool what is used in the pool fell by 20 MiB")
        .contains("nothing was forecast of the pool");
    assertThat(lab.report().path("proposals").path("outcomes").valueStream())
        .extracting(o -> o.path("subject").asString().replaceFirst(".*/", ""))
        .containsExactlyInAnyOrder("gone", "block");
  }

  private static void assertDone(Poolkeeper.Said said, int proposals) {
    assertThat(said.exitCode()).as(said.toString()).isEqualTo(ExitCode.DONE);
    assertThat(said.output()).contains(proposals + " approved");
    assertThat(said.output().lines().filter(line -> line.startsWith("    done: ")))
        .as(said.toString())
        .hasSize(proposals);
  }

  private static void dryRunDoesNothing(CleanupLab lab, SortedMap<String, String> leaky) {
    Poolkeeper.Said said = lab.dryRun();

    assertThat(said.exitCode()).as(said.toString()).isEqualTo(ExitCode.DONE);
    assertThat(said.output())
        .contains("DRY RUN: 6 approved")
        .contains("would be put out of reach: 3 steps")
        .contains("delete the NFS share nas1/nfs-shares/mnt/tank/k8s/vols/gone")
        .contains("destroy the snapshot nas1/snapshots/tank/k8s/vols/steady-1@snapshot-left");
    assertThat(lab.changes(leaky)).isEmpty();
    assertThat(lab.state("gone")).isEqualTo("approved quarantine");
  }

  private static void quarantineTookAwayWhatLeadsThere(
      CleanupLab lab, SortedMap<String, String> leaky) {
    assertThat(lab.changes(leaky))
        .containsExactlyInAnyOrder(
            "- nas1 sharing.nfs.query " + share(leaky, "gone"),
            "- nas1 sharing.nfs.query " + share(leaky, "back"),
            "- nas1 iscsi.targetextent.query 21",
            "- nas1 iscsi.extent.query 11",
            "- nas1 iscsi.target.query 1",
            "~ " + VOLUMES + "gone",
            "~ " + VOLUMES + "back",
            "~ " + VOLUMES + "block",
            "- nas1 snapshot tank/k8s/vols/steady-1@snapshot-left",
            "- prod-a persistentvolumes//again",
            "- prod-a persistentvolumes//kept");
    assertThat(lab.dataset("gone").at("/readonly/rawvalue").asString()).isEqualTo("on");
    assertThat(lab.dataset("gone").at("/user_properties").toString())
        .contains("poolkeeper:quarantined", lab.id("gone"));
    assertThat(lab.state("gone")).isEqualTo("quarantined quarantine");
    assertThat(lab.state("kept")).isEqualTo("done quarantine");
    assertThat(lab.state("steady-1@snapshot-left")).isEqualTo("done destroy");
    assertThat(lab.show("gone"))
        .contains("vols/gone (id %s) [done]".formatted(share(leaky, "gone")))
        .contains("quarantined, by poolkeeper (cleanup): out of reach; its end can be approved");
  }

  private static String share(SortedMap<String, String> leaky, String name) {
    return leaky.entrySet().stream()
        .filter(e -> e.getKey().contains("sharing.nfs.query"))
        .filter(e -> e.getValue().contains("/mnt/tank/k8s/vols/" + name + "\""))
        .map(e -> e.getKey().replaceFirst(".* ", ""))
        .findFirst()
        .orElseThrow();
  }

  private static void nothingIsMadeOnAnotherSystem(CleanupLab lab, SortedMap<String, String> away) {
    lab.nas().faults().always("system.host_id", Fault.answering("\"another\""));

    Poolkeeper.Said said = lab.say("proposals", "restore", lab.id("back"), "--reason", "x");

    assertThat(said.exitCode()).as(said.toString()).isNotZero();
    assertThat(said.errors())
        .contains("nas1 is not the system that something was taken away from")
        .contains("another now): nothing is made on it");
    assertThat(lab.changes(away)).isEmpty();
    assertThat(lab.state("back")).isEqualTo("quarantined destroy");
    lab.heal();
  }

  private static void restoreBringsBackWhatWasTakenAway(
      CleanupLab lab, SortedMap<String, String> away) {
    Poolkeeper.Said said =
        lab.say("proposals", "restore", lab.id("back"), "--reason", "still used", "--by", "bob");

    assertThat(said.output()).as(said.toString()).contains("is restored");
    SortedMap<String, String> now = lab.everything();
    assertThat(lab.changes(away))
        .containsExactlyInAnyOrder(
            "~ " + VOLUMES + "back", "+ nas1 sharing.nfs.query " + share(now, "back"));
    assertThat(lab.dataset("back").at("/readonly/rawvalue").asString()).isEqualTo("off");
    assertThat(lab.dataset("back").at("/user_properties").toString())
        .doesNotContain("poolkeeper:quarantined");
    assertThat(lab.show("back")).contains("restored, by bob (command): still used");
    assertThat(lab.say("proposals", "restore", lab.id("back"), "--reason", "x").errors())
        .contains("was restored by a person");
  }

  private static void destructionTakesTheRest(CleanupLab lab) {
    SortedMap<String, String> before = lab.everything();
    assertThat(lab.execute().output()).contains("no proposal is approved");
    lab.approve("gone", "block");
    assertThat(lab.dryRun().output()).contains("would be destroyed: 2 steps");
    assertThat(lab.changes(before)).isEmpty();

    assertDone(lab.execute(), 2);

    assertThat(lab.changes(before))
        .containsExactlyInAnyOrder(
            "- nas1 snapshot tank/k8s/vols/gone@old",
            "- " + VOLUMES + "gone",
            "- " + VOLUMES + "block");
    assertThat(lab.say("proposals", "restore", lab.id("gone"), "--reason", "x").errors())
        .contains("is done: what it was about is destroyed");
  }

  /** 26 answers that it destroyed what it did not. */
  @Test
  void successThatWasOnlySaidIsAFailure() {
    try (CleanupLab lab = start(Generation.TWENTY_SIX)) {
      lab.night();
      lab.approve("gone");
      assertDone(lab.execute(), 1);
      lab.later(Duration.ofDays(15));
      lab.night();
      lab.approve("gone");
      SortedMap<String, String> before = lab.everything();
      lab.nas().faults().always("zfs.resource.destroy", Fault.pretend());

      Poolkeeper.Said said = lab.execute();

      assertThat(said.exitCode()).as(said.toString()).isEqualTo(ExitCode.FAILED);
      assertThat(said.output()).contains("the system said that it did, and it did not");
      assertThat(lab.changes(before)).containsExactly("- nas1 snapshot tank/k8s/vols/gone@old");
      assertThat(lab.state("gone")).isEqualTo("failed destroy");
      assertThat(lab.show("gone"))
          .contains("[failed]")
          .contains("and it did not; done: destroy the snapshot")
          .contains("proposals restore " + lab.id("gone"));

      lab.heal();
      lab.later(Duration.ofDays(1));
      lab.night();
      assertThat(lab.state("gone")).isEqualTo("waiting destroy");
      assertThat(lab.show("gone")).contains("it failed before, and needs a new approval");
      lab.approve("gone");
      lab.forecast("nas1/pools/tank", 1 << 20);
      assertDone(lab.execute(), 1);
      assertThat(lab.changes(before))
          .containsExactlyInAnyOrder(
              "- nas1 snapshot tank/k8s/vols/gone@old", "- " + VOLUMES + "gone");

      lab.later(Duration.ofDays(1));
      lab.night();
      assertThat(lab.outcome("gone").path("freedBytesAtLeast").asLong())
          .isEqualTo((9L << 20) - 4096);
      assertThat(lab.outcome("gone").path("freedBytesAtMost").asLong())
          .isEqualTo((11L << 20) - 4096);
      assertThat(lab.show("gone")).contains("Pool as estimated: what is used in the pool fell by");
    }
  }
}
