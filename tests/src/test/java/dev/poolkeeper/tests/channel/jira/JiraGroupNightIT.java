package dev.poolkeeper.tests.channel.jira;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Nights as commands: leaks become sub-tasks of one ticket, and are closed one by one. */
class JiraGroupNightIT {

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
              edition: data-center
              url: %s
              token-file: %s
              project: OPS
              group-by: code
              group-as: subtasks
              max-new: 3
              resolve-transition: Done
              routes: [{ code: PK102, severity: info }]
        """
            .formatted(stub.http.url(), token));
  }

  private void night(Poolkeeper poolkeeper, String date, SmallEstate estate, Path config) {
    Said said =
        poolkeeper.night(
            estate.write(folder.resolve("estate-" + date), date), "--config", config.toString());
    assertThat(said.exitCode()).as(said.errors() + said.output()).isZero();
  }

  private static List<String> tickets(JiraStub stub) {
    return stub.world.issues.values().stream()
        .map(
            issue ->
                "%s%s %s: %s"
                    .formatted(
                        issue.key,
                        issue.parent().isEmpty() ? "" : "<" + issue.parent(),
                        issue.status,
                        issue.remembered("topic").replaceFirst(".*/", "")))
        .toList();
  }

  @Test
  void leaksAreSubTasksOfOneTicketThatIsClosedWithTheLast() throws Exception {
    Poolkeeper poolkeeper = SharedServer.poolkeeper(folder);
    SmallEstate three = SmallEstate.ofHealthyVolumes(8).leftover("a").leftover("b").leftover("c");
    try (JiraStub stub = new JiraStub(false)) {
      stub.world.now = poolkeeper.clock().instant();
      Path config = config(stub);
      poolkeeper.night(
          three.write(folder.resolve("estate"), "2026-02-11"),
          "--no-delivery",
          "--config",
          config.toString());
      Said preview = poolkeeper.run("deliveries", "preview", "--config", config.toString());
      assertThat(preview.output())
          .containsSubsequence(
              "tickets (jira), opened warning: PK102@nas1",
              "tickets (jira), opened warning within PK102@nas1: PK102:" + SmallEstate.DATASETS,
              "\"group\" : \"pk-",
              "tickets (jira), opened warning: more",
              "4 notices would be sent for 2026-02-11");

      night(poolkeeper, "2026-02-11", three, config);
      assertThat(tickets(stub))
          .containsExactly(
              "OPS-1 To Do: PK102@nas1",
              "OPS-2<OPS-1 To Do: a",
              "OPS-3<OPS-1 To Do: b",
              "OPS-4 To Do: more");
      night(poolkeeper, "2026-02-12", three, config);
      assertThat(tickets(stub)).contains("OPS-4 Done: more", "OPS-5<OPS-1 To Do: c").hasSize(5);

      night(poolkeeper, "2026-02-13", SmallEstate.ofHealthyVolumes(8).leftover("b"), config);
      night(poolkeeper, "2026-02-14", SmallEstate.ofHealthyVolumes(8), config);
      assertThat(tickets(stub))
          .containsExactly(
              "OPS-1 Done: PK102@nas1",
              "OPS-2<OPS-1 Done: a",
              "OPS-3<OPS-1 Done: b",
              "OPS-4 Done: more",
              "OPS-5<OPS-1 Done: c");
      assertThat(poolkeeper.run("deliveries", "--all", "-o", "json").output())
          .contains("within PK102@nas1");
    }
  }
}
