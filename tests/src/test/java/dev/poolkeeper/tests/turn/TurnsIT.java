package dev.poolkeeper.tests.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.jobs.configuration.DatabaseSettings;
import dev.poolkeeper.jobs.ledger.AlreadyRunning;
import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.jobs.turn.LeaseUnavailable;
import dev.poolkeeper.jobs.turn.StopSignal;
import dev.poolkeeper.jobs.turn.Turn;
import dev.poolkeeper.jobs.turn.TurnLost;
import dev.poolkeeper.jobs.turn.Turns;
import dev.poolkeeper.tests.deploy.Manifests;
import dev.poolkeeper.tests.simulator.Fault;
import dev.poolkeeper.tests.support.Poolkeeper;
import dev.poolkeeper.tests.support.SharedServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two runs at once, by the ledger's lock and by a Kubernetes Lease. */
class TurnsIT {

  @TempDir private Path folder;
  private LeaseLab lab;
  private LedgerStore ledger;
  private LedgerStore other;

  @BeforeEach
  void start() {
    lab = new LeaseLab(folder);
    ledger = open(folder);
    other = open(folder);
  }

  @AfterEach
  void stop() {
    ledger.close();
    other.close();
    lab.close();
  }

  private static LedgerStore open(Path folder) {
    Poolkeeper poolkeeper = SharedServer.poolkeeper(folder);
    return LedgerStore.server(
        new DatabaseSettings(
            Optional.ofNullable(poolkeeper.environment().get("POOLKEEPER_DB_URL")),
            Optional.ofNullable(poolkeeper.environment().get("POOLKEEPER_DB_USER")),
            Optional.ofNullable(poolkeeper.environment().get("POOLKEEPER_DB_PASSWORD"))));
  }

  private Turns turns(LedgerStore of, LeaseLab.Time time) {
    return new Turns(
        of.dataSource(),
        Optional.of(new Turns.Lease(lab::port, Duration.ofSeconds(60), time)),
        StopSignal.ofProcess());
  }

  private static JdbcClient sql(LedgerStore of) {
    return JdbcClient.create(of.dataSource());
  }

  @Test
  void secondRunOfALedgerLeavesAtOnceAndIsToldWhoRuns() throws Exception {
    LeaseLab.Time time = new LeaseLab.Time();
    Turns turns = new Turns(ledger.dataSource(), Optional.empty(), StopSignal.ofProcess());
    try (Turn turn = turns.take("nightly")) {
      assertThatThrownBy(() -> turns(ledger, time).take("weekly-capacity"))
          .isInstanceOf(AlreadyRunning.class)
          .hasMessageMatching(
              "(?s)Another run is using this ledger \\(poolkeeper nightly on \\S+, connected from"
                  + " 127\\.0\\.0\\.1 since 20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC\\)\\. This run"
                  + " did nothing.*");
      turns.check();
    }
    assertThat(lab.cluster().calls()).as("the lease is not even asked for").isEmpty();
    try (Turn turn = turns(ledger, time).take("weekly-capacity")) {
      assertThat(lab.says("holderIdentity")).matches(".+_weekly-capacity_[0-9a-f]{8}");
    }
    assertThat(
            sql(ledger)
                .sql("select current_setting('application_name')")
                .query(String.class)
                .list())
        .as("a connection that goes back into the pool is nobody's")
        .containsExactly("poolkeeper");
  }

  @Test
  void secondRunOfAnotherLedgerLeavesBecauseOfTheLease() throws Exception {
    lab.heldBy("pod-1_nightly_0a1b2c3d", 60, "2026-02-11T02:00:00.000000Z");
    LeaseLab.Time time =
        new LeaseLab.Time(
            () -> lab.heldBy("pod-1_nightly_0a1b2c3d", 60, "2026-02-11T02:00:20.000000Z"));
    Turns turns = turns(other, time);

    assertThatThrownBy(() -> turns.take("nightly"))
        .isInstanceOf(AlreadyRunning.class)
        .hasMessageContaining(
            "Another run holds the Kubernetes Lease storage/poolkeeper (pod-1_nightly_0a1b2c3d,"
                + " since 2026-02-11T02:00:00.000000Z). This run did nothing and changed nothing.");

    turns.check();
    try (Turn turn =
        new Turns(other.dataSource(), Optional.empty(), StopSignal.ofProcess()).take("nightly")) {
      assertThat(turn.lost()).as("the ledger's lock was given back").isFalse();
    }
  }

  @Test
  void lostLeaseLosesTheTurn() throws Exception {
    Turns turns = turns(ledger, new LeaseLab.Time());
    try (Turn turn = turns.take("nightly")) {
      turns.check();
      lab.heldBy("pod-2_nightly_0a1b2c3d", 60, "2026-02-11T02:00:00.000000Z");

      assertThatThrownBy(turns::check)
          .isInstanceOf(TurnLost.class)
          .hasMessage(
              "the Kubernetes Lease storage/poolkeeper is lost: it is held by"
                  + " pod-2_nightly_0a1b2c3d now");
      assertThat(turn.lost()).isTrue();
    }
    assertThat(lab.says("holderIdentity")).isEqualTo("pod-2_nightly_0a1b2c3d");
  }

  @Test
  void lostConnectionLosesTheTurn() throws Exception {
    Turns turns = new Turns(ledger.dataSource(), Optional.empty(), StopSignal.ofProcess());
    Turn turn = turns.take("nightly");
    turns.check();

    sql(ledger)
        .sql(
            """
            select pg_terminate_backend(pid) from pg_stat_activity
            where application_name like 'poolkeeper nightly on %' and datname = current_database()
            """)
        .query(Boolean.class)
        .single();

    assertThatThrownBy(turns::check)
        .isInstanceOf(TurnLost.class)
        .hasMessageContaining("the connection that had the ledger's lock is gone");
    turn.close();
    try (Turn next = turns.take("nightly")) {
      turns.check();
    }
  }

  @Test
  void serverNoticesWithinAMinuteThatAMachineIsGone() {
    long seconds =
        sql(ledger)
            .sql(
                """
                select current_setting('tcp_keepalives_idle')::int
                    + current_setting('tcp_keepalives_interval')::int
                        * current_setting('tcp_keepalives_count')::int
                """)
            .query(Long.class)
            .single();
    assertThat(seconds).isEqualTo(60);
  }

  @Test
  void refusedLeaseRunsNothingAndIsAMatterOfConfiguration() throws Exception {
    Turns turns = turns(ledger, new LeaseLab.Time());
    lab.cluster().faults().always("leases", Fault.status(403));
    assertThatThrownBy(() -> turns.take("nightly"))
        .isInstanceOfSatisfying(
            LeaseUnavailable.class,
            refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
        .hasMessageContaining("The Kubernetes Lease storage/poolkeeper cannot be taken: get lease");

    lab.cluster().faults().always("leases", Fault.status(503));
    assertThatThrownBy(() -> turns.take("nightly"))
        .isInstanceOfSatisfying(
            LeaseUnavailable.class, down -> assertThat(down.exitCode()).isEqualTo(ExitCode.FAILED));
  }

  @Test
  void rightsAreThoseOfTheRoleAndNothingElse() throws Exception {
    try (Turn turn = turns(ledger, new LeaseLab.Time()).take("nightly")) {
      assertThat(turn.lost()).isFalse();
    }
    assertThat(lab.cluster().rights()).isEqualTo(Manifests.base().grantedHere("poolkeeper-lease"));
  }
}
