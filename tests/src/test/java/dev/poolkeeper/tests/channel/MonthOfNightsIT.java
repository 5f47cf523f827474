package dev.poolkeeper.tests.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.jobs.configuration.ChannelSettings;
import dev.poolkeeper.jobs.configuration.ChannelType;
import dev.poolkeeper.jobs.delivery.ChannelIntents;
import dev.poolkeeper.jobs.delivery.ChannelRoom;
import dev.poolkeeper.jobs.delivery.Order;
import dev.poolkeeper.jobs.delivery.Place;
import dev.poolkeeper.jobs.delivery.Telling;
import dev.poolkeeper.processors.delivery.Grouping;
import dev.poolkeeper.processors.delivery.RetryPolicy;
import dev.poolkeeper.processors.delivery.Route;
import dev.poolkeeper.processors.delivery.SendWhen;
import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.FindingStatus;
import dev.poolkeeper.processors.finding.Severity;
import dev.poolkeeper.processors.finding.SubjectMatch;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.readers.ledger.NoticeReader;
import dev.poolkeeper.readers.ledger.OutboxReader;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.SharedServer;
import dev.poolkeeper.writers.ledger.FindingWriter;
import dev.poolkeeper.writers.ledger.NoticeWriter;
import dev.poolkeeper.writers.ledger.OutboxWriter;
import dev.poolkeeper.writers.ledger.RunWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * A month of nights with findings that come, worsen, rest and go, told to a receiver that
 * remembers: every finding has one ticket, in the right state, with what it has to say and nothing
 * twice.
 */
class MonthOfNightsIT {

  private static final LocalDate FIRST = LocalDate.of(2026, 2, 1);
  private static final int NIGHTS = 30;
  private static final int FINDINGS = 12;

  /** Of one night; a scheduler gives up then, and the next night goes on. */
  private static final int STARTS = 4;

  private static final JsonMapper JSON = new JsonMapper();
  private static final Route WARNINGS =
      new Route(Optional.empty(), Severity.WARNING, SubjectMatch.ALL, 1);

  @TempDir private Path folder;
  private Instant now = FIRST.atTime(2, 0).toInstant(ZoneOffset.UTC);

  /** How a finding stands, without what else a finding says. */
  private enum Life {
    ABSENT,
    WARNING,
    CRITICAL,
    WITHHELD,
    RESOLVED
  }

  private ChannelSettings settings(Desk desk) {
    return new ChannelSettings(
        "desk",
        ChannelType.WEBHOOK,
        List.of(WARNINGS),
        Grouping.NONE,
        FINDINGS,
        false,
        List.of(),
        Set.of("nightly"),
        SendWhen.ON_CHANGE,
        new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofDays(3), true),
        Optional.empty(),
        Optional.empty(),
        (texts, clock) -> desk);
  }

  private JdbcTemplate ledger() {
    Poolkeeper poolkeeper = SharedServer.poolkeeper(folder);
    poolkeeper.run("runs");
    Map<String, String> environment = poolkeeper.environment();
    return new JdbcTemplate(
        new SingleConnectionDataSource(
            environment.getOrDefault("POOLKEEPER_DB_URL", ""),
            environment.getOrDefault("POOLKEEPER_DB_USER", ""),
            environment.getOrDefault("POOLKEEPER_DB_PASSWORD", ""),
            true));
  }

  private static List<Life> life(Random random) {
    List<Life> lives = new ArrayList<>();
    Life life = Life.ABSENT;
    for (int night = 0; night < NIGHTS; night++) {
      life =
          switch (life) {
            case ABSENT -> random.nextInt(6) == 0 ? Life.WARNING : Life.ABSENT;
            case RESOLVED -> Life.ABSENT;
            case WARNING, CRITICAL, WITHHELD ->
                switch (random.nextInt(10)) {
                  case 0 -> Life.RESOLVED;
                  case 1 -> Life.CRITICAL;
                  case 2 -> Life.WARNING;
                  case 3 -> life == Life.WARNING ? Life.WITHHELD : life;
                  default -> life == Life.WITHHELD ? Life.WARNING : life;
                };
          };
      lives.add(life);
    }
    return lives;
  }

  private static Subject subject(int number) {
    return Subject.parse("nas1/datasets/tank/d" + number);
  }

  private Optional<Finding> finding(int number, Life life) {
    if (life == Life.ABSENT) {
      return Optional.empty();
    }
    FindingStatus status =
        switch (life) {
          case RESOLVED -> FindingStatus.RESOLVED;
          case WITHHELD -> FindingStatus.HELD;
          default -> FindingStatus.PERSISTING;
        };
    return Optional.of(
        new Finding(
            FindingCode.BACKEND_WITHOUT_VOLUME,
            subject(number),
            status,
            life == Life.CRITICAL ? Severity.CRITICAL : Severity.WARNING,
            true,
            now,
            now,
            1,
            OptionalLong.of(1),
            List.of("seen"),
            Optional.empty(),
            Optional.empty()));
  }

  /** What a receiver must have been told by the end, worked out night by night. */
  private static List<String> expected(List<Life> lives) {
    List<String> told = new ArrayList<>();
    Life last = Life.ABSENT;
    for (Life life : lives) {
      boolean was = last == Life.WARNING || last == Life.CRITICAL;
      boolean is = life == Life.WARNING || life == Life.CRITICAL;
      if (life == Life.WITHHELD) {
        continue;
      }
      if (is && !was) {
        told.add(told.isEmpty() ? "opened" : "reopened");
      } else if (is && life != last) {
        told.add("changed");
      } else if (!is && was) {
        told.add("recovered");
      }
      last = life;
    }
    return told;
  }

  /** A night, its findings and its deliveries; a killed one goes on with the next start. */
  private void night(JdbcTemplate jdbc, Desk desk, LocalDate date, List<Finding> findings)
      throws InterruptedException {
    JdbcClient client = JdbcClient.create(jdbc);
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    client.sql("select ledger.ensure_month(:day)").param("day", date).query((row, n) -> 0).list();
    long run = new RunWriter(client, JSON).begin("nightly", date, "test", "test", Map.of(), now);
    new FindingWriter(jdbc).replace(date, findings);
    new ChannelIntents(
            List.of(settings(desk)),
            new ChannelIntents.Ledger(
                new OutboxReader(client),
                new OutboxWriter(client),
                new NoticeReader(client, JSON),
                new NoticeWriter(client, JSON)),
            clock)
        .findings(new Order("nightly", run, date, Telling.ONCE), findings, Map.of());
    boolean ended = false;
    for (int start = 0; start < STARTS && !ended; start++) {
      ended = delivered(client, desk, clock);
    }
  }

  /** Whether the process lived to the end of the step. */
  private boolean delivered(JdbcClient client, Desk desk, Clock clock) throws InterruptedException {
    try {
      new ChannelRoom(
              List.of(settings(desk)),
              ZoneOffset.UTC,
              new ChannelRoom.Ledger(client, JSON),
              clock,
              waiting -> {})
          .deliver(new Place(folder, false, "test"));
      return true;
    } catch (Desk.Killed killed) {
      return false;
    }
  }

  private Map<Integer, List<Life>> month(Desk desk, long seed, double trouble) throws Exception {
    Random random = new Random(seed);
    Map<Integer, List<Life>> lives = new HashMap<>();
    for (int number = 0; number < FINDINGS; number++) {
      lives.put(number, life(random));
    }
    JdbcTemplate jdbc = ledger();
    for (int at = 0; at <= NIGHTS; at++) {
      desk.trouble(at < NIGHTS ? trouble : 0);
      int night = Math.min(at, NIGHTS - 1);
      now = FIRST.plusDays(at).atTime(2, 0).toInstant(ZoneOffset.UTC);
      List<Finding> findings = new ArrayList<>();
      lives.forEach((number, life) -> finding(number, life.get(night)).ifPresent(findings::add));
      night(jdbc, desk, FIRST.plusDays(at), findings);
      if (at % 7 == 0) {
        night(jdbc, desk, FIRST.plusDays(at), findings);
      }
    }
    return lives;
  }

  private static String topic(int number) {
    return "PK102:" + subject(number);
  }

  @Test
  void everyFindingHasOneTicketWithAllItHasToSay() throws Exception {
    Desk desk = new Desk(1);
    Map<Integer, List<Life>> lives = month(desk, 7, 0);
    lives.forEach(
        (number, life) ->
            assertThat(desk.tickets().getOrDefault(topic(number), List.of()))
                .as("%s %s", topic(number), life)
                .isEqualTo(expected(life)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void whateverGoesWrongTheTicketsAreRightInTheEnd(long seed) throws Exception {
    Desk desk = new Desk(seed);
    Map<Integer, List<Life>> lives = month(desk, seed, 0.5);
    lives.forEach(
        (number, life) -> {
          List<String> expected = expected(life);
          boolean open =
              !expected.isEmpty() && !expected.get(expected.size() - 1).equals("recovered");
          assertThat(desk.open(topic(number))).as("%s %s", topic(number), life).isEqualTo(open);
          assertThat(desk.tickets().getOrDefault(topic(number), List.of()))
              .as("%s %s", topic(number), life)
              .satisfies(MonthOfNightsIT::makesSense);
        });
  }

  /** Nothing is told twice, whatever was lost on the way. */
  private static void makesSense(List<? extends String> told) {
    for (int at = 1; at < told.size(); at++) {
      boolean wasOver = told.get(at - 1).equals("recovered");
      assertThat(told.get(at).equals("reopened") || told.get(at).equals("opened"))
          .as("%s", told)
          .isEqualTo(wasOver);
    }
  }

  @Test
  void aNightThatIsRunAgainAfterLaterOnesTellsNothing() throws Exception {
    Desk desk = new Desk(1);
    JdbcTemplate jdbc = ledger();
    List<Finding> open = List.of(finding(1, Life.WARNING).orElseThrow());
    night(jdbc, desk, FIRST.plusDays(1), open);
    night(jdbc, desk, FIRST, List.of());
    assertThat(desk.tickets()).isEqualTo(Map.of(topic(1), List.of("opened")));
  }
}
