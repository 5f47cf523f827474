package dev.poolkeeper.tests.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.SharedServer;
import dev.poolkeeper.tests.support.SmallEstate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From the night that proposes to the cleanup that looks again; nothing here can act. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ProposalsIT {

  private static final String CONFIGURATION =
      """
      poolkeeper:
        proposals:
          approvals-file: APPROVALS
          rules:
            - {match: {dataset: "tank/k8s/vols/keep-*"}, approval: never}
            - {match: {dataset: "tank/k8s/vols/two-*"}, approval: two-persons}
      """;

  private Path folder = Path.of("");
  private Path approvals = Path.of("");
  private String configuration = "";
  private Poolkeeper poolkeeper;
  private SmallEstate estate = SmallEstate.ofHealthyVolumes(8);

  @BeforeAll
  void run(@TempDir Path given) throws IOException {
    folder = given;
    approvals = Files.writeString(folder.resolve("approvals.yaml"), "poolkeeper: {}\n");
    configuration =
        Files.writeString(
                folder.resolve("rules.yaml"),
                CONFIGURATION.replace("APPROVALS", approvals.toString()))
            .toString();
    poolkeeper = SharedServer.poolkeeper(folder);
    estate =
        estate
            .leftover("stray")
            .leftover("other")
            .leftover("keep-me")
            .leftover("two-eyes")
            .used("stray", 10L << 20)
            .used("other", 10L << 20)
            .used("keep-me", 10L << 20)
            .used("two-eyes", 10L << 20)
            .volume("kept")
            .released("kept");
    for (String date : List.of("2026-02-10", "2026-02-11")) {
      night(date);
      assertThat(proposals()).as("not confirmed yet").isEmpty();
    }
    night("2026-02-12");
  }

  private void night(String date) throws IOException {
    Poolkeeper.Said said =
        poolkeeper.night(
            estate.write(folder.resolve("estate-" + date), date), "--config", configuration);
    assertThat(said.exitCode()).as(said.errors()).isEqualTo(ExitCode.DONE);
  }

  private Poolkeeper.Said say(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--config", configuration));
    return poolkeeper.run(all.toArray(String[]::new));
  }

  private List<JsonNode> proposals(String... more) {
    List<String> words = new ArrayList<>(List.of("proposals", "-o", "json"));
    words.addAll(List.of(more));
    return say(words.toArray(String[]::new)).json().valueStream().toList();
  }

  private JsonNode of(String name) {
    return proposals("--all").stream()
        .filter(p -> p.path("subject").asString().endsWith("/" + name))
        .reduce((first, last) -> last)
        .orElseThrow();
  }

  private Poolkeeper.Said decide(String verb, String name, String by, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "proposals",
                verb,
                of(name).path("id").asString(),
                "--reason",
                "asked",
                "--by",
                by));
    words.addAll(List.of(more));
    return say(words.toArray(String[]::new));
  }

  private Poolkeeper.Said cleanup(String date) {
    return say("run", "cleanup", "--from", folder.resolve("estate-" + date).toString());
  }

  @Test
  @Order(1)
  void confirmedFindingsBecomeProposals() {
    assertThat(proposals())
        .as(say("proposals").output() + say("orphans").output())
        .extracting(p -> p.path("subject").asString().replaceFirst(".*/", ""))
        .containsExactlyInAnyOrder("stray", "other", "keep-me", "two-eyes");
    JsonNode stray = of("stray");
    assertThat(stray.path("state").asString()).isEqualTo("waiting");
    assertThat(stray.path("stage").asString()).isEqualTo("quarantine");
    assertThat(stray.path("planHash").asString()).matches("[0-9a-f]{64}");
    assertThat(stray.path("steps").valueStream().map(JsonNode::asString))
        .last()
        .asString()
        .isEqualTo("destroy: destroy the dataset " + SmallEstate.DATASETS + "stray");
    assertThat(of("keep-me").path("approval").asString()).isEqualTo("never");
  }

  @Test
  @Order(2)
  void wrongApprovalsAreRefusedAndNothingChanges() {
    assertThat(decide("approve", "keep-me", "ann").errors()).contains("never cleaned up");
    assertThat(decide("approve", "stray", "ann", "--hash", "0123456789ab").errors())
        .contains("is not the plan that 0123456789ab stands for");
    Poolkeeper.Said unknown = say("proposals", "approve", "P-4711", "--reason", "x");
    assertThat(unknown.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(unknown.errors()).contains("There is no proposal 'P-4711'");
    assertThat(proposals()).allMatch(p -> p.path("state").asString().equals("waiting"));
  }

  @Test
  @Order(3)
  void twoPersonsAreTwo() {
    assertThat(decide("approve", "two-eyes", "ann").output()).contains("another person");
    assertThat(decide("approve", "two-eyes", "ann").errors()).contains("another person");
    assertThat(of("two-eyes").path("state").asString()).isEqualTo("waiting");
    assertThat(decide("approve", "two-eyes", "bob").output()).contains("is approved");
  }

  @Test
  @Order(4)
  void dryRunSaysWhatItWouldDoAndDoesNothing() {
    assertThat(decide("approve", "stray", "ann").output()).contains("is approved: quarantine");

    Poolkeeper.Said said = cleanup("2026-02-12");

    assertThat(said.exitCode()).as(said.errors()).isEqualTo(ExitCode.DONE);
    assertThat(said.output())
        .contains("DRY RUN: 2 approved")
        .contains("mark the dataset as quarantined " + SmallEstate.DATASETS + "stray");
    assertThat(of("stray").path("state").asString()).isEqualTo("approved");
    assertThat(
            say(
                    "run",
                    "cleanup",
                    "--execute",
                    "--from",
                    folder.resolve("estate-2026-02-12").toString())
                .errors())
        .contains("--execute is for live systems");
  }

  @Test
  @Order(5)
  void worldThatChangedSinceIsNotActedOn() throws IOException {
    SmallEstate used =
        SmallEstate.ofHealthyVolumes(8)
            .leftover("two-eyes")
            .used("two-eyes", 10L << 20)
            .volume("stray");
    Path changed = used.write(folder.resolve("changed"), "2026-02-12");

    Poolkeeper.Said said = say("run", "cleanup", "--from", changed.toString());

    assertThat(said.output())
        .contains("nothing says any more that it may go")
        // its share has another number in this estate, as one that was made anew would
        .contains("is not the plan that was approved: no more delete the NFS share");
  }

  @Test
  @Order(6)
  void approvalsOfAFileAreTakenOverOnce() throws IOException {
    JsonNode other = of("other");
    String entry =
        """
        poolkeeper:
          approvals:
            - {proposal: %s, hash: "%s", by: gitops, reason: merged}
            - {proposal: P-4711, hash: "0123456789ab", by: gitops, reason: typo}
        """;
    Files.writeString(
        approvals,
        entry.formatted(
            other.path("id").asString(), other.path("planHash").asString().substring(0, 16)));

    Poolkeeper.Said first = cleanup("2026-02-12");
    Poolkeeper.Said second = cleanup("2026-02-12");

    assertThat(first.output()).contains("there is no proposal P-4711", "3 approved");
    assertThat(second.output()).contains("3 approved");
    assertThat(of("other").path("approvedBy").path(0).asString()).isEqualTo("gitops (file)");
    Files.writeString(approvals, "poolkeeper:\n  approvals:\n    - {proposal: P-1, hasch: x}\n");
    Poolkeeper.Said typo = cleanup("2026-02-12");
    assertThat(typo.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(typo.errors()).contains("hasch");
    Files.writeString(approvals, "poolkeeper: {}\n");
  }

  @Test
  @Order(7)
  void laterNightsCarryProposalsOn() throws IOException {
    assertThat(decide("reject", "keep-me", "ann").output()).contains("is rejected");
    estate = estate.withoutDataset("stray");
    night("2026-02-13");

    assertThat(of("stray").path("state").asString()).isEqualTo("withdrawn");
    // its share has another number since then, so that its approvals are worth nothing
    assertThat(of("two-eyes").path("state").asString()).isEqualTo("waiting");
    assertThat(of("keep-me").path("state").asString()).isEqualTo("rejected");
    assertThat(say("proposals", "show", of("stray").path("id").asString()).output())
        .contains("withdrawn, by poolkeeper (nightly): its finding is resolved")
        .contains("approved, by ann (command): asked");
  }

  @Test
  @Order(8)
  void nightRunAgainAfterLaterOnesLeavesProposalsAlone() throws IOException {
    String before = say("proposals", "--all", "-o", "json").output();

    night("2026-02-12");

    assertThat(say("proposals", "--all", "-o", "json").output()).isEqualTo(before);
  }
}
