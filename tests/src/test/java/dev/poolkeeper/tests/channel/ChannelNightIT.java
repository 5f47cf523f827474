package dev.poolkeeper.tests.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.tests.channel.Listener.Reply;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.Poolkeeper.Said;
import dev.poolkeeper.tests.support.SharedServer;
import dev.poolkeeper.tests.support.SmallEstate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nights as commands, with a channel that is there, is not, and is again. */
class ChannelNightIT {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path folder;

  private Path config(String url) throws IOException {
    return Files.writeString(
        folder.resolve("channels.yaml"),
        """
        poolkeeper:
          orphans: { grace: 0s, confirm-runs: 1 }
          channels:
            - name: events
              type: webhook
              url: %s
              retry-for: 0s
              routes: [{ severity: info }]
        """
            .formatted(url));
  }

  private Said night(
      Poolkeeper poolkeeper, String night, SmallEstate estate, Path config, String... further) {
    Path recorded = estate.write(folder.resolve("estate-" + night), night);
    return poolkeeper.night(
        recorded,
        Stream.concat(Stream.of("--config", config.toString()), Stream.of(further))
            .toArray(String[]::new));
  }

  private static List<String> events(Listener listener) {
    return listener.heard().stream()
        .map(heard -> JSON.readTree(heard.body()))
        .map(event -> event.path("type").asString() + " " + event.path("topic").asString())
        .sorted()
        .toList();
  }

  @Test
  void findingsAreToldOnceThroughAnOutageToTheirEnd() throws Exception {
    Poolkeeper poolkeeper = SharedServer.poolkeeper(folder);
    SmallEstate leaking = SmallEstate.ofHealthyVolumes(2).leftover("left");
    try (Listener listener = Listener.start()) {
      Path config = config(listener.url());
      listener.script(
          Stream.generate(() -> new Reply(503, Map.of(), "busy")).limit(50).toArray(Reply[]::new));

      Said first = night(poolkeeper, "2026-02-11", leaking, config);

      assertThat(first.exitCode()).as(first.output()).isEqualTo(ExitCode.NOT_DELIVERED);
      assertThat(first.errors()).contains("not delivered to events", "503 busy");
      assertThat(states(poolkeeper)).containsOnly("events waiting");
    }
    try (Listener listener = Listener.start()) {
      Path config = config(listener.url());
      String left = "PK102:" + SmallEstate.DATASETS + "left";

      night(poolkeeper, "2026-02-11", leaking, config, "--no-delivery");
      assertThat(listener.heard()).isEmpty();

      Said mended = poolkeeper.run("deliveries", "send", "--config", config.toString());
      assertThat(mended.exitCode()).as(mended.errors()).isZero();
      List<String> told = events(listener);
      assertThat(told).contains("finding.opened " + left).doesNotHaveDuplicates();

      Said again = night(poolkeeper, "2026-02-11", leaking, config);
      assertThat(again.exitCode()).as(again.errors()).isZero();
      assertThat(events(listener)).isEqualTo(told);

      Said preview = poolkeeper.run("deliveries", "preview", "--config", config.toString());
      assertThat(preview.output()).contains("0 notices would be sent for 2026-02-11");

      SmallEstate mendedEstate = SmallEstate.ofHealthyVolumes(2);
      night(poolkeeper, "2026-02-12", mendedEstate, config);
      assertThat(events(listener)).contains("finding.recovered " + left);
    }
  }

  private static List<String> states(Poolkeeper poolkeeper) {
    return poolkeeper
        .run("deliveries", "-o", "json")
        .json()
        .valueStream()
        .map(ChannelNightIT::state)
        .toList();
  }

  private static String state(JsonNode delivery) {
    return delivery.path("recipient").asString() + " " + delivery.path("state").asString();
  }

  @Test
  void aChannelThatTheConfigurationHasNoMoreIsNotWaitedFor() throws Exception {
    Poolkeeper poolkeeper = SharedServer.poolkeeper(folder);
    SmallEstate leaking = SmallEstate.ofHealthyVolumes(2).leftover("left");
    Path nowhere = config("http://127.0.0.1:1");
    assertThat(night(poolkeeper, "2026-02-11", leaking, nowhere).exitCode())
        .isEqualTo(ExitCode.NOT_DELIVERED);
    Path other =
        Files.writeString(
            folder.resolve("other.yaml"), Files.readString(nowhere).replace("events", "others"));
    poolkeeper.run("deliveries", "send", "--config", other.toString());
    assertThat(states(poolkeeper)).containsOnly("events superseded");
  }
}
