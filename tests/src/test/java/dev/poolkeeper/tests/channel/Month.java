package dev.poolkeeper.tests.channel;

import dev.poolkeeper.jobs.configuration.ChannelOpener;
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
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * A month of nights with findings that come, worsen, rest and go, told to one channel; and what it
 * must have been told by the end.
 */
public final class Month {

  /** Of the month. */
  public static final LocalDate FIRST = LocalDate.of(2026, 2, 1);

  /** What all findings are known by together. */
  public static final String GROUP = "PK102@nas1";

  private static final int NIGHTS = 30;
  private static final int FINDINGS = 12;

  /** Of one night; a scheduler gives up then, and the next night goes on. */
  private static final int STARTS = 4;

  private static final JsonMapper JSON = new JsonMapper();
  private static final Route WARNINGS =
      new Route(Optional.empty(), Severity.WARNING, SubjectMatch.ALL, 1);

  private final Path folder;
  private final ChannelSettings settings;
  private final JdbcTemplate jdbc;
  private Instant now = FIRST.atTime(2, 0).toInstant(ZoneOffset.UTC);

  /**
   * @param folder where files may be
   */
  public Month(Path folder, ChannelType type, Grouping grouping, ChannelOpener opener) {
    this.folder = folder;
    this.settings =
        new ChannelSettings(
            "desk",
            type,
            List.of(WARNINGS),
            grouping,
            FINDINGS + 1,
            false,
            List.of(),
            Set.of("nightly"),
            SendWhen.ON_CHANGE,
            new RetryPolicy(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofDays(3), true),
            Optional.empty(),
            Optional.empty(),
            opener);
    this.jdbc = ledger(folder);
  }

  /** How a finding stands, without what else a finding says. */
  public enum Life {
    ABSENT,
    WARNING,
    CRITICAL,
    WITHHELD,
    RESOLVED
  }

  private static JdbcTemplate ledger(Path folder) {
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

  Optional<Finding> finding(int number, Life life) {
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
  public static List<String> expected(List<Life> lives) {
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
  void night(LocalDate date, List<Finding> findings) throws InterruptedException {
    JdbcClient client = JdbcClient.create(jdbc);
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    client.sql("select ledger.ensure_month(:day)").param("day", date).query((row, n) -> 0).list();
    long run = new RunWriter(client, JSON).begin("nightly", date, "test", "test", Map.of(), now);
    new FindingWriter(jdbc).replace(date, findings);
    new ChannelIntents(
            List.of(settings),
            new ChannelIntents.Ledger(
                new OutboxReader(client),
                new OutboxWriter(client),
                new NoticeReader(client, JSON),
                new NoticeWriter(client, JSON)),
            clock)
        .findings(new Order("nightly", run, date, Telling.ONCE), findings, Map.of());
    boolean ended = false;
    for (int start = 0; start < STARTS && !ended; start++) {
      ended = delivered(client, clock);
    }
  }

  /** Whether the process lived to the end of the step. */
  private boolean delivered(JdbcClient client, Clock clock) throws InterruptedException {
    try {
      new ChannelRoom(
              List.of(settings),
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

  /**
   * Lives through the month, and one night more without trouble.
   *
   * @param before what happens before each night, given its time and whether it is the last
   * @return how each finding stood on every night
   */
  public Map<Integer, List<Life>> live(long seed, BiConsumer<Instant, Boolean> before)
      throws InterruptedException {
    Random random = new Random(seed);
    Map<Integer, List<Life>> lives = new HashMap<>();
    for (int number = 0; number < FINDINGS; number++) {
      lives.put(number, life(random));
    }
    for (int at = 0; at <= NIGHTS; at++) {
      int night = Math.min(at, NIGHTS - 1);
      now = FIRST.plusDays(at).atTime(2, 0).toInstant(ZoneOffset.UTC);
      before.accept(now, at == NIGHTS);
      List<Finding> findings = new ArrayList<>();
      lives.forEach((number, life) -> finding(number, life.get(night)).ifPresent(findings::add));
      night(FIRST.plusDays(at), findings);
      if (at % 7 == 0) {
        night(FIRST.plusDays(at), findings);
      }
    }
    return lives;
  }

  /** Whether any of them is open by the end, as the group of all of them has to be. */
  public static boolean open(Map<Integer, List<Life>> lives) {
    return lives.values().stream()
        .map(Month::expected)
        .anyMatch(told -> !told.isEmpty() && !told.get(told.size() - 1).equals("recovered"));
  }

  /** What a finding is known by. */
  public static String topic(int number) {
    return "PK102:" + subject(number);
  }
}
