package dev.poolkeeper.tests.channel.servicenow;

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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Commands: a leak becomes an incident, its cleanup is approved in a change request. */
class ServiceNowNightIT {

  @TempDir private Path folder;

  private Path config(ServiceNowStub stub) throws IOException {
    Path password = Files.writeString(folder.resolve("password"), ServiceNowStub.PASSWORD);
    return Files.writeString(
        folder.resolve("servicenow.yaml"),
        """
        poolkeeper:
          orphans: { grace: 0s, confirm-runs: 1 }
          channels:
            - name: desk
              type: servicenow
              url: %s
              user: %s
              password-file: %s
              fields: { category: storage }
              recovery: { state: 6, close_code: Resolved by caller }
              proposals: true
              change-fields: { type: normal }
              change-recovery: { state: 4 }
              approvals: true
              routes: [{ code: PK102, severity: info }]
        """
            .formatted(stub.http.url(), ServiceNowStub.USER, password));
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

  private static Map<String, String> only(ServiceNowStub stub, String table) {
    assertThat(stub.records(table)).hasSize(1);
    return stub.records(table).get(0);
  }

  @Test
  void aLeakIsAnIncidentItsCleanupApprovedInAChangeAndBothEndWhenItIsGone() throws Exception {
    Poolkeeper poolkeeper = SharedServer.poolkeeper(folder);
    SmallEstate leaking =
        SmallEstate.ofHealthyVolumes(8).leftover("stray").used("stray", 10L << 20);
    try (ServiceNowStub stub = new ServiceNowStub()) {
      stub.now = poolkeeper.clock().instant();
      Path config = config(stub);

      night(poolkeeper, "2026-02-11", leaking, config);
      assertThat(only(stub, "incident").get("short_description"))
          .contains("PK102", SmallEstate.DATASETS + "stray");
      assertThat(only(stub, "change_request").get("short_description"))
          .contains("P-1 waits for approval");
      assertThat(proposal(poolkeeper).path("state").asString()).isEqualTo("waiting");

      stub.approve(only(stub, "change_request").get("sys_id"), "ann", "ann");
      night(poolkeeper, "2026-02-12", leaking, config);
      assertThat(proposal(poolkeeper).path("state").asString()).isEqualTo("approved");
      assertThat(proposal(poolkeeper).path("approvedBy").path(0).asString())
          .isEqualTo("servicenow:ann@example.com (ticket)");
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
      assertThat(only(stub, "incident"))
          .containsEntry("state", "6")
          .containsEntry("close_code", "Resolved by caller");
      assertThat(only(stub, "change_request")).containsEntry("state", "4");
      assertThat(proposal(poolkeeper).path("state").asString()).isEqualTo("withdrawn");
    }
  }

  @Test
  void aTestIncidentIsMadeAndClosedAgain() throws Exception {
    Poolkeeper poolkeeper = SharedServer.poolkeeper(folder);
    try (ServiceNowStub stub = new ServiceNowStub()) {
      String config = config(stub).toString();

      assertThat(poolkeeper.run("check", "--config", config).exitCode()).isZero();
      assertThat(stub.records("incident")).isEmpty();

      Said sent = poolkeeper.run("check", "--send-test", "--config", config);
      assertThat(sent.exitCode()).as(sent.output() + sent.errors()).isZero();
      assertThat(only(stub, "incident"))
          .containsEntry("category", "storage")
          .containsEntry("state", "6")
          .hasEntrySatisfying(
              "short_description", title -> assertThat(title).endsWith(": may be deleted"));
      assertThat(sent.output())
          .contains("made " + only(stub, "incident").get("number"), "is closed");
    }
  }

  @Test
  void whatATestIncidentIsRefusedForIsSaid() throws Exception {
    Poolkeeper poolkeeper = SharedServer.poolkeeper(folder);
    try (ServiceNowStub stub = new ServiceNowStub()) {
      String config = config(stub).toString();
      stub.http.fail(
          "POST .*/incident",
          Way.INSTEAD,
          Answer.of(
              403,
              """
              {"error": {"message": "Operation Failed",
                "detail": "Data Policy Exception: Caller is mandatory"}, "status": "failure"}
              """));
      Said refused = poolkeeper.run("check", "--send-test", "--config", config);
      assertThat(refused.exitCode()).isEqualTo(ExitCode.NOT_DELIVERED);
      assertThat(refused.output())
          .containsPattern("FAIL desk +incident ")
          .contains("403 Operation Failed: Data Policy Exception: Caller is mandatory");

      stub.notWritable.add("correlation_id");
      Said dropped = poolkeeper.run("check", "--send-test", "--config", config);
      assertThat(dropped.exitCode()).isEqualTo(ExitCode.NOT_DELIVERED);
      assertThat(dropped.output()).contains("was made without its correlation_id");
    }
  }
}
