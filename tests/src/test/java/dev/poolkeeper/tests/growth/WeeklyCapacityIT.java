package dev.poolkeeper.tests.growth;

import static dev.poolkeeper.tests.growth.SeriesLedger.NIGHT;
import static dev.poolkeeper.tests.growth.SeriesLedger.VOLS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.tests.support.Ledger;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.Poolkeeper.Said;
import dev.poolkeeper.tests.support.ReportSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The weekly job over a ledger of some months: pool tank of 200 GiB that grows a GiB a day, nights
 * now, 7 and 29 days ago.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WeeklyCapacityIT {

  private static final long GIB = 1L << 30;
  private static final int HISTORY = 120;
  private static final String MADE = "2025-01-01T00:00:0%dZ";
  private static final String ROOT = "nas1/datasets/tank";

  private Path folder = Path.of("");
  private Poolkeeper poolkeeper = new Poolkeeper(Path.of(System.getProperty("java.io.tmpdir")));
  private JsonNode report = new JsonMapper().nullNode();
  private Said first = new Said(0, "", "");

  @BeforeAll
  void run(@TempDir Path temporary) throws IOException {
    folder = temporary;
    poolkeeper = new Poolkeeper(folder);
    try (SeriesLedger ledger = new SeriesLedger(folder)) {
      estate(ledger);
      ledger.night(NIGHT.minusDays(29));
      ledger.night(NIGHT.minusDays(7));
      ledger.forecast(ledger.night(NIGHT), NIGHT);
    }
    first = weekly();
    report = json();
  }

  private static void estate(SeriesLedger ledger) {
    ledger.object("pools", "nas1/pools/tank", LocalDate.of(2025, 1, 1), Map.of("status", "ONLINE"));
    ledger.dataset(ROOT, "FILESYSTEM", MADE.formatted(0), "");
    ledger.volume("media", "v0", MADE.formatted(1));
    ledger.volume("shop", "v1", MADE.formatted(2));
    for (int i = 0; i < 4; i++) {
      ledger.dataset(
          ROOT + "/" + List.of("old", "fresh", "was", "is").get(i),
          "FILESYSTEM",
          MADE.formatted(i < 2 ? 3 + i : 5),
          "");
    }
    ledger.gone("datasets", ROOT + "/old", NIGHT.minusDays(3));
    ledger.gone("datasets", ROOT + "/was", NIGHT.minusDays(3));
    ledger
        .sql()
        .sql(
            """
            update ledger.version set valid_from = :day from ledger.object
            where object.object_id = version.object_id and subject in (:fresh, :is)
            """)
        .param("day", NIGHT.minusDays(3))
        .param("fresh", ROOT + "/fresh")
        .param("is", ROOT + "/is")
        .update();
    ledger.object(
        "snapshot-tasks",
        "nas1/snapshot-tasks/1",
        LocalDate.of(2025, 1, 1),
        new TreeMap<>(
            Map.of(
                "nas", "nas1",
                "id", 1,
                "dataset", "tank/k8s",
                "recursive", true,
                "exclude", List.of(),
                "namingSchema", "auto-%Y",
                "schedule", "0 0 * * *",
                "lifetime", "2 WEEK",
                "enabled", true)));
    long[] noise = new Random(7).longs(HISTORY, 0, GIB / 8).toArray();
    ledger.measuredDays(
        ROOT,
        NIGHT,
        HISTORY,
        200 * GIB,
        back -> (120 - back) * GIB + (List.of(0L, 7L, 29L).contains(back) ? 0 : noise[(int) back]));
    space(ledger, 29, 80, new int[] {30, 25, 5}, new int[] {20, 20, 0}, "old", 5, "was", 20);
    space(ledger, 7, 105, new int[] {40, 30, 10}, new int[] {20, 20, 0}, "old", 5, "was", 40);
    space(ledger, 0, 110, new int[] {44, 32, 12}, new int[] {21, 21, 0}, "fresh", 6, "is", 40);
  }

  /** Space of a night, in GiB: of volumes used, data, snapshots; of two more datasets used. */
  private static void space(
      SeriesLedger ledger,
      int back,
      int inRoot,
      int[] v0,
      int[] v1,
      String one,
      int oneUsed,
      String other,
      int otherUsed) {
    LocalDate day = NIGHT.minusDays(back);
    ledger
        .sql()
        .sql(
            """
            update ledger.usage set children_bytes = :children, snapshot_bytes = 0,
                reserved_bytes = 0
            from ledger.object
            where object.object_id = usage.object_id and subject = :root and day = :day
            """)
        .param("children", inRoot * GIB)
        .param("root", ROOT)
        .param("day", day)
        .update();
    leaf(ledger, VOLS + "v0", day, v0[0], v0[2]);
    leaf(ledger, VOLS + "v1", day, v1[0], v1[2]);
    leaf(ledger, ROOT + "/" + one, day, oneUsed, 0);
    leaf(ledger, ROOT + "/" + other, day, otherUsed, 0);
  }

  private static void leaf(
      SeriesLedger ledger, String dataset, LocalDate day, int used, int snapshots) {
    ledger
        .sql()
        .sql(
            """
            insert into ledger.usage (day, object_id, used_bytes, available_bytes,
                referenced_bytes, snapshot_bytes, children_bytes, reserved_bytes)
            select :day, object_id, :used, 1, :used - :snapshots, :snapshots, 0, 0
            from ledger.object where kind = 'datasets' and subject = :dataset
            """)
        .param("day", day)
        .param("used", used * GIB)
        .param("snapshots", snapshots * GIB)
        .param("dataset", dataset)
        .update();
  }

  private Said weekly(String... further) {
    return poolkeeper.run(
        Stream.concat(
                Stream.of("run", "weekly-capacity", "--out", poolkeeper.out().toString()),
                Stream.of(further))
            .toArray(String[]::new));
  }

  private Path file(String name) {
    return poolkeeper.out().resolve(NIGHT.toString()).resolve(name);
  }

  private JsonNode json() throws IOException {
    return new JsonMapper().readTree(Files.readString(file("weekly-capacity.json")));
  }

  private static JsonNode where(JsonNode list, String key, String value) {
    return StreamSupport.stream(list.spliterator(), false)
        .filter(one -> one.path(key).asString().equals(value))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + key + " " + value + " in " + list));
  }

  private static List<String> sums(JsonNode list, String... names) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(
            one ->
                String.join(
                        " ", Arrays.stream(names).map(name -> one.path(name).asString()).toList())
                    + " "
                    + one.path("bytes").asLong() / GIB)
        .toList();
  }

  @Test
  void aPoolWithRoomIsOkAndTheReportFitsItsSchema() throws Exception {
    assertThat(first.exitCode()).as(first.errors()).isZero();
    assertThat(first.output())
        .contains("weekly-capacity 2026-02-11: OK")
        .contains("nas1/pools/tank grew by 7 GiB from 2026-02-04 to 2026-02-11");
    assertThat(ReportSchema.errors("weekly-capacity-1", file("weekly-capacity.json"))).isEmpty();
  }

  @Test
  void thePageIsWellFormedAndHasTheChart() throws Exception {
    String page = Files.readString(file("weekly-capacity.html"));

    assertThat(page).contains("<svg class=\"chart\"").contains("There is room everywhere");
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(file("weekly-capacity.html").toFile());
  }

  @Test
  void runwaysAreOfPoolsAndOfWhatRestsOnThem() {
    JsonNode pool = where(report.path("runways"), "subject", "nas1/pools/tank");
    assertThat(pool.path("outlook").asString()).isEqualTo("fills");
    assertThat(pool.path("usedBytes").asLong()).isEqualTo(120 * GIB);
    assertThat(pool.path("capacityBytes").asLong()).isEqualTo(200 * GIB);
    assertThat(pool.path("growthBytesPerDay").asDouble()).isBetween(.9 * GIB, 1.1 * GIB);
    // 160 of 200 GiB in 40 days, 180 in 60, full in 80
    assertThat(LocalDate.parse(pool.path("warn").path("likely").asString()))
        .isBetween(NIGHT.plusDays(36), NIGHT.plusDays(44));
    assertThat(LocalDate.parse(pool.path("critical").path("likely").asString()))
        .isBetween(NIGHT.plusDays(54), NIGHT.plusDays(66));
    assertThat(LocalDate.parse(pool.path("full").path("likely").asString()))
        .isBetween(NIGHT.plusDays(72), NIGHT.plusDays(88));
    assertThat(LocalDate.parse(pool.path("orderBy").asString()))
        .isEqualTo(LocalDate.parse(pool.path("full").path("earliest").asString()).minusDays(45));
    for (String subject :
        List.of(
            "nas1",
            "prod-a",
            "prod-a/namespaces/media",
            "prod-a/namespaces/shop",
            "prod-a/storageclasses/nfs")) {
      JsonNode rests = where(report.path("runways"), "subject", subject);
      assertThat(rests.path("soonest").asString()).as(subject).isEqualTo("nas1/pools/tank");
      assertThat(rests.path("full")).as(subject).isEqualTo(pool.path("full"));
    }
    assertThat(
            where(report.path("runways"), "subject", "prod-a/namespaces/media")
                .path("usedBytes")
                .asLong())
        .isEqualTo(44 * GIB);
    assertThat(where(report.path("runways"), "subject", "prod-a").path("usedBytes").asLong())
        .isEqualTo(65 * GIB);
  }

  @Test
  void theWeeksGrowthIsAttributedToTheLastByte() {
    JsonNode week = report.path("growth").get(0);
    assertThat(week.path("days").asInt()).isEqualTo(7);
    assertThat(week.path("deltaBytes").asLong()).isEqualTo(7 * GIB);
    assertThat(sums(week.path("datasets"), "dataset", "presence"))
        .containsExactly(
            ROOT + "/fresh new 6",
            ROOT + "/old deleted -5",
            VOLS + "v0 there 4",
            ROOT + " there 2",
            VOLS + "v1 there 1");
    assertThat(sums(week.path("namespaces"), "namespace"))
        .containsExactlyInAnyOrder("prod-a/namespaces/media 4", "prod-a/namespaces/shop 1", " 3");
    assertThat(week.path("snapshots").get(0).path("tasks").get(0).asString())
        .isEqualTo("nas1/snapshot-tasks/1");
    assertThat(week.path("snapshots").get(0).path("bytes").asLong()).isEqualTo(2 * GIB);
    assertThat(week.path("remainderBytes").asLong()).isEqualTo(-GIB);
    assertThat(week.path("remainderReasons").size()).isEqualTo(1);
  }

  @Test
  void aMonthWithoutItsNightStartsAtTheNearestAndSeesTheRename() {
    JsonNode month = report.path("growth").get(1);
    assertThat(month.path("from").asString()).isEqualTo("2026-01-13");
    assertThat(month.path("deltaBytes").asLong()).isEqualTo(29 * GIB);
    JsonNode renamed = where(month.path("datasets"), "dataset", ROOT + "/is");
    assertThat(renamed.path("presence").asString()).isEqualTo("renamed");
    assertThat(renamed.path("formerly").asString()).isEqualTo(ROOT + "/was");
    assertThat(renamed.path("bytes").asLong()).isEqualTo(20 * GIB);
  }

  @Test
  void hindsightThatNobodyCanHaveYetIsSaid() {
    assertThat(report.path("backtest").isEmpty()).isTrue();
    assertThat(report.path("noBacktest").asString())
        .isEqualTo(
            "the first night that forecast is 2026-02-11, so no 30-day forecast can be judged"
                + " before 2026-03-13");
  }

  @Test
  void aRerunReplacesAndKeepsToThePlan() throws IOException {
    Path config = folder.resolve("planned.yaml");
    Files.writeString(
        config,
        """
        poolkeeper:
          capacity:
            growth-factors: 2
            planned:
              - {pool: nas1/pools/tank, add-capacity: 100GiB, on: 2026-03-01, reason: two mirrors}
              - {pool: nas1/pools/tonk, add-usage: 1GiB, on: 2026-03-01, reason: a slip}
        """);

    Said again = weekly("--config", config.toString(), "--date", NIGHT.toString());

    assertThat(again.exitCode()).as(again.errors()).isZero();
    JsonNode scenarios = json().path("scenarios");
    LocalDate asForecast = likely(where(scenarios, "name", "as forecast"));
    assertThat(likely(where(scenarios, "name", "as planned")))
        .isBetween(asForecast.plusDays(90), asForecast.plusDays(110));
    assertThat(likely(where(scenarios, "name", "growth × 2")))
        .isBetween(NIGHT.plusDays(36), NIGHT.plusDays(44));
    assertThat(where(scenarios, "name", "approved proposals").path("unknown").asString())
        .contains("no cleanup proposal on this pool is approved");
    assertThat(where(scenarios, "pool", "nas1/pools/tonk").path("unknown").asString())
        .contains("there is no such pool");
    try (Ledger ledger = Ledger.of(poolkeeper)) {
      assertThat(
              ledger.count(
                  "select count(*) from mart.runway where kind = 'pool' and run_on = '2026-02-11'"))
          .isOne();
      assertThat(
              ledger.count("select count(*) from mart.growth_window where run_on = '2026-02-11'"))
          .isEqualTo(2);
      assertThat(
              ledger.count(
                  """
                  select count(*) from mart.growth_window as whole
                  where delta_bytes <> remainder_bytes + (
                      select sum(bytes) from mart.growth_part
                      where run_on = whole.run_on and pool = whole.pool and days = whole.days)
                  """))
          .isZero();
    }
    assertThat(poolkeeper.run("runs", "-o", "csv").output())
        .contains("weekly-capacity,2026-02-11,2,complete")
        .contains("weekly-capacity,2026-02-11,1,complete");
  }

  private static LocalDate likely(JsonNode scenario) {
    return LocalDate.parse(scenario.path("full").path("likely").asString());
  }

  @Test
  void failOnCountsTheRunwayOfPools() {
    assertThat(weekly("--fail-on", "info").exitCode()).isEqualTo(1);
    assertThat(weekly("--fail-on", "warning").exitCode()).isZero();
  }

  @Test
  void aKilledWeeklyRunIsClosedAndOtherJobsAreLeftAlone() {
    try (Ledger ledger = Ledger.of(poolkeeper)) {
      ledger
          .sql()
          .sql(
              """
              insert into ledger.run (job, run_on, attempt, origin, status, version, policy, started_at)
              values ('weekly-capacity', '2026-02-11', 90, 'ledger', 'running', 'test', '{}', now()),
                  ('nightly', '2026-02-12', 1, 'live', 'running', 'test', '{}', now())
              """)
          .update();
    }

    assertThat(weekly().exitCode()).isZero();

    try (Ledger ledger = Ledger.of(poolkeeper)) {
      assertThat(
              ledger
                  .sql()
                  .sql(
                      "select status from ledger.run where attempt = 90 or run_on = '2026-02-12'"
                          + " order by job")
                  .query(String.class)
                  .list())
          .containsExactly("running", "abandoned");
      ledger
          .sql()
          .sql("delete from ledger.run where run_on = '2026-02-12' or attempt >= 90")
          .update();
    }
  }

  @Test
  void aNightThatDidNotReadAllDatasetsAttributesNothingAndSaysWhy() throws IOException {
    LocalDate next = NIGHT.plusDays(1);
    try (SeriesLedger ledger = new SeriesLedger(folder)) {
      ledger.forecast(ledger.night(next, "nas1/datasets"), next);
    }

    // its runway still stands on the value of the night before
    assertThat(weekly("--date", next.toString()).exitCode()).isZero();

    JsonNode blind =
        new JsonMapper()
            .readTree(
                Files.readString(
                    poolkeeper.out().resolve(next.toString()).resolve("weekly-capacity.json")));
    assertThat(blind.path("growth").get(0).path("deltaBytes").isNull()).isTrue();
    assertThat(blind.path("growth").get(0).path("unknown").asString())
        .isEqualTo(
            "the datasets of nas1 were not read completely on 2026-02-12, or are not believed");
    try (Ledger ledger = Ledger.of(poolkeeper)) {
      ledger.sql().sql("delete from ledger.run where run_on = :next").param("next", next).update();
    }
  }

  @Test
  void wrongUseIsSaid() {
    Said from = weekly("--from", folder.toString());
    assertThat(from.exitCode()).isEqualTo(2);
    assertThat(from.errors()).contains("--from is for nightly");
    Said unknown = weekly("--date", "2025-12-24");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.errors()).contains("no finished run for 2025-12-24");
    assertThat(poolkeeper.run("run", "weekly").errors())
        .contains(
            "There is no job 'weekly'. This version knows: nightly, weekly-capacity,"
                + " cleanup, housekeeping.");
  }
}
