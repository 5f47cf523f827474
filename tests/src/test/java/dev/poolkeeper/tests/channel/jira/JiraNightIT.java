package dev.poolkeeper.tests.channel.jira;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.tests.channel.ticket.StubHttp.Answer;
import dev.poolkeeper.tests.channel.ticket.StubHttp.Way;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.Poolkeeper.Said;
import dev.poolkeeper.tests.support.SharedServer;
import dev.poolkeeper.tests.support.SmallEstate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Nights as commands: a leak becomes a ticket, its cleanup is approved in another one. */
class JiraNightIT {

  @TempDir private Path folder;

  private Path config(JiraStub stub) throws IOException {
    Path token = Files.writeString(folder.resolve("token"), JiraStub.TOKEN);
    return Files.writeString(
        folder.resolve("jira.yaml"),
        """
        poolkeeper:
          orphans: { grace: 0s, confirm-runs: 1 }
          channels:
            - name: tickets
              type: jira
              edition: cloud
              url: %s
              user: %s
              token-file: %s
              project: OPS
              fields: { customfield_10010: storage team }
              priorities: { critical: Highest, warning: High }
              resolve-transition: Done
              reopen-transition: Reopen
              proposals: true
              approved-status: Approved
              rejected-status: Rejected
              routes: [{ code: PK102, severity: info }]
        """
            .formatted(stub.http.url(), JiraStub.USER, token));
  }

  private static String key(JiraStub stub, String topic) {
    List<String> keys =
        stub.world.issues.values().stream()
            .filter(issue -> issue.remembered("topic").equals(topic))
            .map(issue -> issue.key)
            .toList();
    assertThat(keys).as(topic).hasSize(1);
    return keys.get(0);
  }

  private Said night(Poolkeeper poolkeeper, String date, SmallEstate estate, Path config) {
    Said said =
        poolkeeper.night(
            estate.write(folder.resolve("estate-" + date), date), "--config", config.toString());
    assertThat(said.exitCode()).as(said.errors() + said.output()).isZero();
    return said;
  }

  private static JsonNode proposal(Poolkeeper poolkeeper) {
    return poolkeeper.run("proposals", "--all", "-o", "json").json().path(0);
  }

  @Test
  void aLeakIsTicketedItsCleanupApprovedThereAndBothAreClosedWhenItIsGone() throws Exception {
    Poolkeeper poolkeeper = SharedServer.poolkeeper(folder);
    SmallEstate leaking =
        SmallEstate.ofHealthyVolumes(8).leftover("stray").used("stray", 10L << 20);
    try (JiraStub stub = new JiraStub(true)) {
      stub.world.now = poolkeeper.clock().instant();
      Path config = config(stub);
      String leak = "PK102:" + SmallEstate.DATASETS + "stray";

      night(poolkeeper, "2026-02-11", leaking, config);
      String waiting = key(stub, "proposal:P-1");
      assertThat(stub.world.issues).hasSize(2);

      stub.move(waiting, "Approve", "ann");
      night(poolkeeper, "2026-02-12", leaking, config);
      assertThat(proposal(poolkeeper).path("state").asString()).isEqualTo("approved");
      assertThat(proposal(poolkeeper).path("approvedBy").path(0).asString())
          .isEqualTo("jira:ann@example.com (ticket)");
      Said dry =
          poolkeeper.run(
              "run",
              "cleanup",
              "--from",
              folder.resolve("estate-2026-02-12").toString(),
              "--config",
              config.toString());
      assertThat(dry.output()).contains("DRY RUN: 1 approved");

      night(poolkeeper, "2026-02-13", SmallEstate.ofHealthyVolumes(8), config);
      assertThat(stub.world.issue(key(stub, leak)).orElseThrow().done()).isTrue();
      assertThat(proposal(poolkeeper).path("state").asString()).isEqualTo("withdrawn");
      assertThat(stub.world.issues).hasSize(2);
    }
  }

  @Test
  void aTestTicketIsMadeAndClosedAgain() throws Exception {
    Poolkeeper poolkeeper = SharedServer.poolkeeper(folder);
    try (JiraStub stub = new JiraStub(true)) {
      String config = config(stub).toString();

      assertThat(poolkeeper.run("check", "--config", config).exitCode()).isZero();
      assertThat(stub.world.issues).isEmpty();

      Said sent = poolkeeper.run("check", "--send-test", "--config", config);
      assertThat(sent.exitCode()).as(sent.output() + sent.errors()).isZero();
      assertThat(sent.output()).contains("made OPS-1, which may be deleted and is closed");
      JiraIssue ticket = stub.world.only();
      assertThat(ticket.labels).containsExactly("poolkeeper-test");
      assertThat(ticket.field("summary")).contains(": may be deleted");
      assertThat(ticket.comments).isEmpty();
      assertThat(ticket.done()).isTrue();
    }
  }

  @Test
  void whatATestTicketIsRefusedForIsSaid() throws Exception {
    Poolkeeper poolkeeper = SharedServer.poolkeeper(folder);
    try (JiraStub stub = new JiraStub(true)) {
      stub.http.fail(
          "POST .*/issue",
          Way.INSTEAD,
          Answer.of(400, "{\"errors\": {\"customfield_10042\": \"Team is required.\"}}"));
      Said refused = poolkeeper.run("check", "--send-test", "--config", config(stub).toString());

      assertThat(refused.exitCode()).isEqualTo(ExitCode.NOT_DELIVERED);
      assertThat(refused.output())
          .containsPattern("FAIL tickets +ticket ")
          .contains(
              "400 customfield_10042: Team is required.",
              "set the fields that Jira asks for, under fields");
      assertThat(stub.world.issues).isEmpty();
    }
  }
}
