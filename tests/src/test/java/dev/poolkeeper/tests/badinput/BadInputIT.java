package dev.poolkeeper.tests.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.SharedServer;
import dev.poolkeeper.tests.support.SmallEstate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * One good night, then one night of the same estate with one file broken: what was known stays
 * known and undecided, what the broken source alone would say is not said, the other source is
 * judged.
 */
class BadInputIT {

  private static final String GOOD = "2026-02-10";
  private static final String BAD = "2026-02-11";
  private static final String DATASETS = "nas/nas1/pool.dataset.query.json";
  private static final String VOLUMES = "clusters/prod-a/persistentvolumes.json";
  private static final String LEFT = SmallEstate.DATASETS + "left-1";
  private static final String NEWLY_LEFT = SmallEstate.DATASETS + "left-2";
  private static final String RELEASED = SmallEstate.VOLUMES + "free-1";
  private static final String NEWLY_RELEASED = SmallEstate.VOLUMES + "free-2";

  @TempDir private Path folder;

  private static SmallEstate estate() {
    return SmallEstate.ofHealthyVolumes(6).leftover("left-1").volume("free-1").released("free-1");
  }

  /** The same a night later, with one more of everything. */
  private static SmallEstate later() {
    return estate().leftover("left-2").volume("free-2").released("free-2");
  }

  private Poolkeeper afterAGoodNight() {
    Poolkeeper poolkeeper = SharedServer.poolkeeper(folder);
    Poolkeeper.Said said = poolkeeper.night(estate().write(folder.resolve("good"), GOOD));
    assertThat(said.exitCode()).as(said.errors()).isEqualTo(ExitCode.DONE);
    return poolkeeper;
  }

  private static String state(Poolkeeper poolkeeper, String subject) {
    return poolkeeper.findings(BAD, f -> f.path("subject").asString().equals(subject)).stream()
        .map(f -> f.path("status").asString())
        .reduce("", String::concat);
  }

  private static List<JsonNode> incomplete(Poolkeeper poolkeeper) {
    return poolkeeper.findings(BAD, f -> f.path("code").asString().equals("PK901"));
  }

  /** How a file is broken, which subject of 901 that gives, and what its evidence has to say. */
  static List<Arguments> breakages() {
    return List.of(
        broken("unreadable JSON", DATASETS, "nas1", text -> "[{\"id\" tank}]", "no valid JSON"),
        broken(
            "truncated",
            DATASETS,
            "nas1",
            text -> text.substring(0, text.length() / 2),
            "ends in the middle"),
        broken("empty", DATASETS, "nas1", text -> "", "an empty file"),
        broken(
            "an error in place of the answer",
            DATASETS,
            "nas1",
            text -> "Failed connecting to middleware\n",
            "text that is no JSON"),
        broken(
            "a payload of an unknown release",
            DATASETS,
            "nas1",
            text -> text.replace("\"id\":", "\"resource_id\":").replace("\"name\":", "\"called\":"),
            "without"),
        broken(
            "duplicate objects",
            DATASETS,
            "nas1",
            text ->
                text.replaceFirst(
                    "\\[", "[{\"name\":\"tank\",\"id\":\"tank\",\"type\":\"FUTURE\"},"),
            "tank"),
        broken("wrong kind", VOLUMES, "prod-a", text -> "{\"kind\": \"Pod\"}", "Pod"),
        broken(
            "items of a wrong kind",
            VOLUMES,
            "prod-a",
            text -> text.replace("\"kind\":\"PersistentVolume\"", "\"kind\":\"Pod\""),
            "Pod"),
        broken("unreadable JSON", VOLUMES, "prod-a", text -> "{\"items\": [}", "no valid JSON"),
        broken("YAML", VOLUMES, "prod-a", text -> "apiVersion: v1\nitems: []\n", "use -o json"));
  }

  private static Arguments broken(
      String how, String file, String source, UnaryOperator<String> breaking, String seen) {
    return Arguments.argumentSet(file + ": " + how, file, source, breaking, seen);
  }

  @ParameterizedTest
  @MethodSource("breakages")
  void oneBrokenFileIsNamedAndOnlyWhatNeedsItIsWithheld(
      String file, String source, UnaryOperator<String> breaking, String seen) throws Exception {
    Poolkeeper poolkeeper = afterAGoodNight();
    Path estate = later().write(folder.resolve("bad"), BAD);
    Path broken = estate.resolve(file);
    Files.writeString(broken, breaking.apply(Files.readString(broken)));

    Poolkeeper.Said said = poolkeeper.night(estate);

    assertThat(said.exitCode()).as(said.errors()).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(said.errors()).doesNotContain("\tat ");
    assertNamed(poolkeeper, file, source, seen);
    assertThat(state(poolkeeper, LEFT)).isEqualTo("undecided");
    assertThat(state(poolkeeper, NEWLY_LEFT)).isNotEqualTo("new");
    boolean clusterIsWhole = source.equals("nas1");
    assertThat(state(poolkeeper, RELEASED)).isEqualTo(clusterIsWhole ? "persisting" : "undecided");
    assertThat(state(poolkeeper, NEWLY_RELEASED)).isEqualTo(clusterIsWhole ? "new" : "");
    assertThat(poolkeeper.out().resolve(BAD).resolve("nightly.html")).isNotEmptyFile();
  }

  private static void assertNamed(Poolkeeper poolkeeper, String file, String source, String seen) {
    List<JsonNode> findings = incomplete(poolkeeper);
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).path("subject").asString()).isEqualTo(source);
    List<String> evidence =
        findings.get(0).path("evidence").valueStream().map(JsonNode::asString).toList();
    assertThat(evidence)
        .anySatisfy(line -> assertThat(line).contains(file).contains(seen).contains("Next:"));
  }

  @Test
  void missingFileIsNamedWithTheCommandThatMakesIt() throws Exception {
    Poolkeeper poolkeeper = afterAGoodNight();
    Path estate = later().write(folder.resolve("bad"), BAD);
    Files.delete(estate.resolve(DATASETS));

    assertThat(poolkeeper.night(estate).exitCode()).isEqualTo(ExitCode.INCOMPLETE);

    assertNamed(poolkeeper, DATASETS, "nas1", "midclt call pool.dataset.query");
    assertThat(state(poolkeeper, LEFT)).isEqualTo("undecided");
    assertThat(state(poolkeeper, NEWLY_LEFT)).isEmpty();
  }

  @Test
  void missingSourceIsNamed() throws Exception {
    Poolkeeper poolkeeper = afterAGoodNight();
    Path estate = later().write(folder.resolve("bad"), BAD);
    Files.move(estate.resolve("nas"), folder.resolve("elsewhere"));

    assertThat(poolkeeper.night(estate).exitCode()).isEqualTo(ExitCode.INCOMPLETE);

    assertThat(incomplete(poolkeeper)).hasSize(1);
    assertThat(state(poolkeeper, LEFT)).isEqualTo("undecided");
    assertThat(state(poolkeeper, RELEASED)).isEqualTo("persisting");
    assertThat(poolkeeper.findings(BAD, f -> f.path("code").asString().equals("PK101"))).isEmpty();
  }

  @Test
  void emptyListWhereThereWereRowsIsHeld() throws Exception {
    Poolkeeper poolkeeper = afterAGoodNight();
    Path estate = later().write(folder.resolve("bad"), BAD);
    Files.writeString(estate.resolve(DATASETS), "[]");

    assertThat(poolkeeper.night(estate).exitCode()).isEqualTo(ExitCode.INCOMPLETE);

    assertThat(poolkeeper.findings(BAD, f -> f.path("code").asString().equals("PK902"))).hasSize(1);
    assertThat(state(poolkeeper, LEFT)).isEqualTo("held");
    assertThat(poolkeeper.findings(BAD, f -> f.path("code").asString().equals("PK101"))).isEmpty();
  }

  @Test
  void emptyListIsBelievedOnceAPersonHasAcceptedIt() throws Exception {
    Poolkeeper poolkeeper =
        afterAGoodNight().with("POOLKEEPER_GUARDS_ACCEPT_DROP", "nas1/datasets, nas1/snapshots");
    Path estate = later().write(folder.resolve("bad"), BAD);
    Files.writeString(estate.resolve(DATASETS), "[]");

    poolkeeper.night(estate);

    assertThat(poolkeeper.findings(BAD, f -> f.path("code").asString().equals("PK902"))).isEmpty();
  }

  @Test
  void brokenEstateFileMakesEverySourceUnsure() throws Exception {
    Poolkeeper poolkeeper = afterAGoodNight();
    Path estate = later().write(folder.resolve("bad"), BAD);
    Files.writeString(estate.resolve("estate.json"), "{\"capturedAt\": ");

    Poolkeeper.Said said = poolkeeper.night(estate, "--date", BAD);

    assertThat(said.exitCode()).as(said.errors()).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(incomplete(poolkeeper)).hasSize(2);
    assertThat(state(poolkeeper, LEFT)).isEqualTo("undecided");
  }

  @Test
  void theNextGoodNightGoesOnWhereTheLastOneWas() throws Exception {
    Poolkeeper poolkeeper = afterAGoodNight();
    Path estate = later().write(folder.resolve("bad"), "2026-02-11");
    Files.delete(estate.resolve(VOLUMES));
    assertThat(poolkeeper.night(estate).exitCode()).isEqualTo(ExitCode.INCOMPLETE);

    assertThat(poolkeeper.night(later().write(folder.resolve("next"), "2026-02-12")).exitCode())
        .isEqualTo(ExitCode.DONE);

    JsonNode left =
        poolkeeper.findings("2026-02-12", f -> f.path("subject").asString().equals(LEFT)).get(0);
    assertThat(left.path("status").asString()).isEqualTo("persisting");
    assertThat(left.path("nights").asInt()).isEqualTo(2);
    assertThat(left.path("firstSeen").asString()).isEqualTo(GOOD);
  }

  @Test
  void repairedRerunOfTheSameNightReplacesIt() throws Exception {
    Poolkeeper poolkeeper = afterAGoodNight();
    Path estate = later().write(folder.resolve("bad"), BAD);
    Files.writeString(estate.resolve(VOLUMES), "");
    assertThat(poolkeeper.night(estate).exitCode()).isEqualTo(ExitCode.INCOMPLETE);

    assertThat(poolkeeper.night(later().write(folder.resolve("bad"), BAD)).exitCode())
        .isEqualTo(ExitCode.DONE);

    assertThat(incomplete(poolkeeper)).isEmpty();
    assertThat(state(poolkeeper, LEFT)).isEqualTo("persisting");
    assertThat(state(poolkeeper, NEWLY_LEFT)).isEqualTo("new");
  }

  @Test
  void volumeOfAnotherKindIsNoProblem() throws Exception {
    Poolkeeper poolkeeper = SharedServer.poolkeeper(folder);
    Path estate = estate().write(folder.resolve("estate"), GOOD);
    Path volumes = estate.resolve(VOLUMES);
    Files.writeString(
        volumes,
        Files.readString(volumes)
            .replaceFirst(
                "\"items\":\\[",
                """
                "items":[{"apiVersion":"v1","kind":"PersistentVolume",
                "metadata":{"name":"local-1","uid":"u","creationTimestamp":"2025-11-03T09:00:00Z"},
                "spec":{"capacity":{"storage":"8Pi"},"local":{"path":"/srv"}},
                "status":{"phase":"Released"}},"""));

    Poolkeeper.Said said = poolkeeper.night(estate);

    assertThat(said.exitCode()).as(said.errors()).isEqualTo(ExitCode.DONE);
    JsonNode volume =
        poolkeeper
            .run("volumes", "-o", "json")
            .json()
            .valueStream()
            .filter(v -> v.path("subject").asString().endsWith("/local-1"))
            .findFirst()
            .orElseThrow();
    assertThat(volume.path("confidence").asString()).isEqualTo("out-of-scope");
    assertThat(volume.path("capacityBytes").asLong()).isEqualTo(8L << 50); // beyond 2^53
  }

  @Test
  void bytesAreExactBeyond2To53AndUnknownBeyondALong() throws Exception {
    Poolkeeper poolkeeper = SharedServer.poolkeeper(folder);
    SmallEstate large = estate().used("left-1", (1L << 53) + 1).leftover("left-2");
    Path estate = large.used("left-2", 4242424242L).write(folder.resolve("estate"), GOOD);
    Path datasets = estate.resolve(DATASETS);
    Files.writeString(
        datasets, Files.readString(datasets).replace("4242424242", "99999999999999999999"));

    assertThat(poolkeeper.night(estate).exitCode()).isEqualTo(ExitCode.DONE);

    assertThat(reclaimable(poolkeeper, LEFT).asLong()).isEqualTo((1L << 53) + 1);
    assertThat(reclaimable(poolkeeper, NEWLY_LEFT).isNull()).isTrue();
  }

  private static JsonNode reclaimable(Poolkeeper poolkeeper, String subject) {
    return poolkeeper
        .findings(
            GOOD,
            f ->
                f.path("code").asString().equals("PK102")
                    && f.path("subject").asString().equals(subject))
        .get(0)
        .path("reclaimableBytes");
  }

  @Test
  void folderThatIsNotThereIsAUsageError() {
    Poolkeeper poolkeeper = SharedServer.poolkeeper(folder);
    Path nowhere = folder.resolve("nowhere");

    Poolkeeper.Said said = poolkeeper.night(nowhere);

    assertThat(said.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(said.errors())
        .contains("No recorded estate in " + nowhere, "there is no such folder", "Next:")
        .doesNotContain("\tat ");
    assertThat(poolkeeper.run("runs", "-o", "json").json().size()).isZero();
  }
}
