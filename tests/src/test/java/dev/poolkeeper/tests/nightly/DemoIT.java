package dev.poolkeeper.tests.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.tests.demo.DemoEstate;
import dev.poolkeeper.tests.demo.Innocent;
import dev.poolkeeper.tests.demo.Planted;
import dev.poolkeeper.tests.support.Ledger;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.ReportSchema;
import dev.poolkeeper.tests.support.SharedDemo;
import dev.poolkeeper.writers.json.ContractJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The demo, started twice by a new user: ten nights, then one more. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoIT {

  private static final LocalDate LAST = LocalDate.of(2026, 2, 11);
  private static final Set<String> SEEN = Set.of("new", "persisting", "reopened");

  private Poolkeeper poolkeeper;
  private Poolkeeper.Said first;
  private Poolkeeper.Said second;
  private Poolkeeper.Said never;
  private Poolkeeper.Said late;
  private Poolkeeper.Said optedOut;
  private Poolkeeper.Said held;
  private Ledger ledger;

  @BeforeAll
  void run() {
    poolkeeper = SharedDemo.get().poolkeeper();
    first = SharedDemo.get().first();
    second = poolkeeper.run("demo", "--out", poolkeeper.out().toString());
    never = poolkeeper.run("protection", "--demo", "--never", "--namespace", "iot", "-o", "json");
    late =
        poolkeeper.run("protection", "--demo", "--late", "--namespace", "payments", "-o", "json");
    optedOut = poolkeeper.run("protection", "--demo", "--namespace", "kiosk");
    held = poolkeeper.run("protection", "--demo", "--snapshots");
    ledger = Ledger.embedded(poolkeeper.home().resolve("demo"));
  }

  @AfterAll
  void close() {
    ledger.close();
  }

  static Set<LocalDate> nights() {
    return Set.copyOf(DemoEstate.nights());
  }

  @Test
  void bothStartsSucceedAndNameTheReport() throws Exception {
    assertThat(first.exitCode()).as(first.errors()).isEqualTo(ExitCode.DONE);
    assertThat(second.exitCode()).as(second.errors()).isEqualTo(ExitCode.DONE);
    LocalDate last = DemoEstate.nights().get(DemoEstate.nights().size() - 1);
    assertThat(first.output()).contains(last + "/nightly.html");
    assertThat(second.output()).contains(last + "/nightly.html");
    String page = Files.readString(poolkeeper.out().resolve(last + "/nightly.html"));
    assertThat(page.contains("aria-label=\"Demo data\"")).isTrue();
    assertThat(page)
        .containsPattern(
            "History: 10 measured nights, 111 days measured before them \\(oldest 2025-10-14\\),"
                + " \\d+ days rebuilt from ZFS snapshots \\(oldest ");
    for (LocalDate night : DemoEstate.nights()) {
      assertThat(ReportSchema.errors(poolkeeper.out().resolve(night + "/nightly.json"))).isEmpty();
    }
    assertThat(first.errors() + second.errors()).contains("DEMO DATA");
  }

  @Test
  void onlyTheNewestNightOfAStartIsOnPaper() {
    for (LocalDate night : DemoEstate.nights()) {
      assertThat(poolkeeper.out().resolve(night + "/nightly.html")).exists();
      assertThat(Files.exists(poolkeeper.out().resolve(night + "/nightly.pdf")))
          .as(night.toString())
          .isEqualTo(night.equals(LAST));
    }
  }

  /** What the demo says on its last night, as text and as data; -Dgolden.update=true renews it. */
  @ParameterizedTest
  @ValueSource(strings = {"nightly.md", "nightly.json"})
  void theLastNightReadsAsItDid(String file) throws Exception {
    String text = Files.readString(poolkeeper.out().resolve(LAST + "/" + file));
    String said = golden(text.replace(poolkeeper.home().toString(), "POOLKEEPER_HOME"), file);
    Path golden = Path.of("src/test/resources/golden/demo").resolve(file);
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, said);
    }

    assertThat(said).isEqualTo(Files.readString(golden));
  }

  /** Without what differs from run to run, and without the days of the charts. */
  private static String golden(String text, String file) {
    if (!file.endsWith(".json")) {
      return text.replaceAll("(?m)^poolkeeper \\S+\\. How", "poolkeeper. How");
    }
    JsonMapper json = ContractJson.json();
    ObjectNode report = (ObjectNode) json.readTree(text);
    report.remove("version");
    report.remove("courses");
    ((ObjectNode) report.path("retention")).remove("calendars");
    report.path("coverage").forEach(part -> ((ObjectNode) part).put("millis", 0));
    return json.writeValueAsString(report) + "\n";
  }

  @Test
  void aFurtherStartRepeatsTheLastNightAndTheRealLedgerIsUntouched() {
    assertThat(ledger.count("select count(*) from mart.night")).isEqualTo(10);
    assertThat(poolkeeper.home().resolve("ledger")).doesNotExist();
  }

  @ParameterizedTest
  @MethodSource("nights")
  void spaceOfEveryPoolAddsUp(LocalDate night) throws Exception {
    JsonNode report =
        new JsonMapper().readTree(poolkeeper.out().resolve(night + "/nightly.json").toFile());

    assertThat(report.at("/space/pools").size()).isEqualTo(report.path("pools").size());
    for (JsonNode pool : report.at("/space/pools")) {
      long sum = pool.path("remainderBytes").asLong();
      for (JsonNode share : pool.path("shares")) {
        sum += share.path("bytes").asLong();
        assertThat(share.path("bytes").asLong())
            .isEqualTo(
                share.path("dataBytes").asLong()
                    + share.path("snapshotBytes").asLong()
                    + share.path("reservedBytes").asLong());
      }
      assertThat(sum).as(pool.toString()).isEqualTo(pool.path("usedBytes").asLong());
      assertThat(pool.path("remainderBytes").asLong())
          .as("the made-up pools have no metadata")
          .isZero();
    }
  }

  @Test
  void claimsWithoutCopiesAreListed() {
    assertThat(never.json()).isNotEmpty();
    assertThat(never.json())
        .allSatisfy(
            claim -> {
              assertThat(claim.path("verdict").asString()).isEqualTo("never");
              assertThat(claim.path("namespace").asString()).isEqualTo("edge-b/namespaces/iot");
              assertThat(claim.path("lastSnapshot").isNull()).isTrue();
            });
    assertThat(late.json()).hasSize(1);
    assertThat(late.json().get(0).path("elsewhereHow").asString()).isEqualTo("measured");
    assertThat(late.json().get(0).path("snapshotVerdict").asString()).isEqualTo("protected");
    assertThat(optedOut.output())
        .contains("13 claims: 0 protected within their RPO, 0 late, 0 never, 0 unknown");
    assertThat(held.output()).contains("nas1/snapshot-tasks/2", "edge-b/namespaces/signage");
  }

  @Test
  void ofOlderNightsOnlyWhatIsNotProtectedIsKept() {
    assertThat(
            ledger.count(
                """
                select count(*) from mart.protection
                where run_on < (select max(run_on) - 8 from mart.night)
                    and verdict in ('protected', 'not-asked')
                """))
        .isZero();
    assertThat(ledger.count("select count(distinct run_on) from mart.protection")).isEqualTo(10);
    assertThat(
            ledger.count(
                """
                select count(*) from mart.protection_night as night
                where protected + late + never + unknown + not_asked <> (
                    select count(*) from mart.protection as claim
                    where claim.run_on = night.run_on and claim.namespace = night.namespace
                )
                    and run_on >= (select max(run_on) - 8 from mart.night)
                """))
        .isZero();
  }

  @Test
  void theFillingPoolSaysWhenToOrder() {
    assertThat(
            ledger
                .sql()
                .sql(
                    """
                    select array_to_string(evidence, '; ') from mart.finding
                    where run_on = :night and code = 'PK401' and subject = 'nas1/pools/flash'
                    """)
                .param("night", LAST)
                .query(String.class)
                .single())
        .containsPattern("order new capacity by 2026-0[23]-[0-9]+")
        .containsPattern("likely between 2026-[0-9-]+ and 2026-[0-9-]+ \\(80 %\\)");
  }

  /** A recorder that drops a week of recordings on one day of it. */
  @Test
  void theForecastOfASawToothIsASawTooth() {
    String recorder =
        DemoEstate.innocent().stream()
            .map(Innocent::subject)
            .filter(subject -> subject.startsWith("nas2/datasets/edge/"))
            .filter(subject -> cycle(subject) > 0)
            .findFirst()
            .orElse("none with a cycle");

    assertThat(cycle(recorder)).isEqualTo(7);
  }

  private int cycle(String subject) {
    return ledger
        .sql()
        .sql(
            """
            select cycle_days from mart.forecast
            where run_on = :night and subject = :subject and measure = 'live'
            """)
        .param("night", LAST)
        .param("subject", subject)
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  @Test
  void whatItsCourseTellsIsSaidByTheLastNight() {
    Set<String> courses =
        DemoEstate.planted().stream()
            .filter(one -> one.byItsCourse() && one.on(LAST))
            .map(DemoIT::text)
            .collect(Collectors.toSet());

    assertThat(courses).hasSizeGreaterThan(8);
    assertThat(said(LAST, String.join(",", SEEN))).containsAll(courses);
  }

  /** Code and subject of what was said to be there on a night. */
  private Set<String> said(LocalDate night, String statuses) {
    return Set.copyOf(
        ledger
            .sql()
            .sql(
                """
                select code || ' ' || subject from mart.finding
                where run_on = :night and status = any (string_to_array(:statuses, ','))
                """)
            .param("night", night)
            .param("statuses", statuses)
            .query(String.class)
            .list());
  }

  private static Set<String> planted(LocalDate night) {
    return DemoEstate.planted().stream()
        .filter(planted -> planted.on(night))
        .map(DemoIT::text)
        .collect(Collectors.toSet());
  }

  private static String text(Planted planted) {
    return "PK" + planted.code() + " " + planted.subject();
  }

  @ParameterizedTest
  @MethodSource("nights")
  void findingsAreExactlyWhatWasPlanted(LocalDate night) {
    Set<String> seen = said(night, String.join(",", SEEN));
    Set<String> withheld = said(night, "held,undecided");

    assertThat(planted(night)).as("nothing but what was planted").containsAll(seen);
    Set<String> silent =
        planted(night).stream()
            .filter(text -> !seen.contains(text) && !withheld.contains(text))
            .collect(Collectors.toCollection(TreeSet::new));
    silent.removeAll(courses(night));
    boolean incomplete = planted(night).stream().anyMatch(text -> text.startsWith("PK9"));
    if (!incomplete) {
      assertThat(silent).as("planted, and not found").isEmpty();
    }
  }

  /** What may take some nights to be seen. */
  private static Set<String> courses(LocalDate night) {
    return DemoEstate.planted().stream()
        .filter(planted -> planted.byItsCourse() && planted.on(night))
        .map(DemoIT::text)
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("nights")
  void causesAreExactlyThePlanted(LocalDate night) {
    Map<String, String> planted =
        DemoEstate.planted().stream()
            .filter(one -> one.on(night) && one.why().isPresent())
            .collect(Collectors.toMap(DemoIT::text, one -> one.why().orElseThrow().word()));
    Map<String, String> named = new HashMap<>();
    ledger
        .sql()
        .sql(
            """
            select code || ' ' || subject as what, cause from mart.finding
            where run_on = :night and status = any (string_to_array(:seen, ','))
                and cause is not null
            """)
        .param("night", night)
        .param("seen", String.join(",", SEEN))
        .query((row, n) -> named.put(row.getString("what"), row.getString("cause")))
        .list();

    Set<String> seen = said(night, String.join(",", SEEN));
    planted.keySet().retainAll(seen);
    assertThat(named).isEqualTo(planted);
  }

  @Test
  void lastNightShowsManyCauses() {
    LocalDate last = DemoEstate.nights().get(DemoEstate.nights().size() - 1);

    assertThat(
            DemoEstate.planted().stream()
                .filter(one -> one.on(last))
                .flatMap(one -> one.why().stream())
                .distinct()
                .count())
        .isGreaterThanOrEqualTo(6);
  }

  @ParameterizedTest
  @MethodSource("nights")
  void nothingInnocentIsReported(LocalDate night) {
    Set<String> innocent =
        DemoEstate.innocent().stream().map(Innocent::subject).collect(Collectors.toSet());
    Set<String> reported =
        said(night, String.join(",", SEEN)).stream()
            .map(text -> text.substring(text.indexOf(' ') + 1))
            .collect(Collectors.toSet());

    assertThat(reported).doesNotContainAnyElementsOf(innocent);
    assertThat(innocent)
        .as("what is excepted looks like a leftover")
        .containsAll(
            said(night, "excepted").stream()
                .map(text -> text.substring(text.indexOf(' ') + 1))
                .toList());
  }
}
