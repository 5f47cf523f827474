package dev.poolkeeper.tests.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poolkeeper.processors.proposal.HandFailure;
import dev.poolkeeper.tests.simulator.Fault;
import dev.poolkeeper.writers.kubernetes.ClusterLease;
import dev.poolkeeper.writers.kubernetes.ClusterLease.Outcome;
import dev.poolkeeper.writers.kubernetes.LeaseHold;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Who gets a Lease, against an API server that refuses what was changed meanwhile. */
class ClusterLeaseIT {

  private static final Duration MINUTE = Duration.ofSeconds(60);

  @TempDir private Path folder;
  private LeaseLab lab;

  @BeforeEach
  void start() {
    lab = new LeaseLab(folder);
  }

  @AfterEach
  void stop() {
    lab.close();
  }

  private Outcome take(String holder, LeaseLab.Time time) {
    return new ClusterLease(lab.port(), holder, MINUTE, time).take();
  }

  private LeaseHold taken(String holder, LeaseLab.Time time) {
    Outcome outcome = take(holder, time);
    assertThat(outcome).isInstanceOf(Outcome.Taken.class);
    return ((Outcome.Taken) outcome).hold();
  }

  @Test
  void whatIsNotThereIsMadeAndGivenBack() {
    LeaseLab.Time time = new LeaseLab.Time();
    LeaseHold hold = taken("pod-1", time);

    assertThat(time.pauses()).isZero();
    assertThat(lab.says("holderIdentity")).isEqualTo("pod-1");
    assertThat(lab.says("renewTime")).isEqualTo("2026-02-12T02:00:00.000000Z");
    assertThat(lab.lease().path("spec").path("leaseDurationSeconds").asInt()).isEqualTo(60);
    assertThat(hold.release()).isEmpty();
    assertThat(lab.lease().path("spec").has("holderIdentity")).isFalse();
    assertThat(taken("pod-2", time).missing()).isEmpty();
    assertThat(time.pauses()).as("nothing is waited for").isZero();
    assertThat(lab.lease().path("spec").path("leaseTransitions").asInt()).isEqualTo(1);
  }

  @Test
  void secondLeavesAsSoonAsTheFirstIsSeenAlive() {
    LeaseLab.Time ofFirst = new LeaseLab.Time();
    LeaseHold first = taken("pod-1", ofFirst);
    AtomicInteger looks = new AtomicInteger();
    LeaseLab.Time ofSecond =
        new LeaseLab.Time(
            () -> {
              if (looks.incrementAndGet() == 4) {
                ofFirst.pause(Duration.ofSeconds(20));
                assertThat(first.renew()).isEmpty();
              }
            });

    Outcome outcome = take("pod-2", ofSecond);

    assertThat(outcome).isInstanceOf(Outcome.Held.class);
    assertThat(((Outcome.Held) outcome).by().holder()).isEqualTo("pod-1");
    assertThat(ofSecond.passed()).isEqualTo(Duration.ofSeconds(20));
    assertThat(lab.says("holderIdentity")).isEqualTo("pod-1");
  }

  @Test
  void whatNobodyRenewsIsTakenOverAfterItsWholeDuration() {
    // neither a clock that is hours ahead nor one that is years behind changes anything
    for (String renewed : new String[] {"2031-01-01T00:00:00.000000Z", "1999-01-01T00:00:00Z"}) {
      lab.heldBy("pod-dead", 30, renewed);
      LeaseLab.Time time = new LeaseLab.Time();

      taken("pod-2", time);

      assertThat(time.passed()).isBetween(Duration.ofSeconds(31), Duration.ofSeconds(40));
      assertThat(lab.lease().path("spec").path("leaseTransitions").asInt()).isEqualTo(5);
      assertThat(lab.lease().path("metadata").path("labels").path("team").asString())
          .isEqualTo("storage");
    }
  }

  @Test
  void ofTwoWhoWaitForOneThatDiedOneGetsIt() {
    lab.heldBy("pod-dead", 60, "2026-02-11T02:00:00.000000Z");
    AtomicInteger looks = new AtomicInteger();
    LeaseLab.Time time =
        new LeaseLab.Time(
            () -> {
              if (looks.incrementAndGet() == 13) {
                taken("pod-faster", new LeaseLab.Time());
              }
            });

    Outcome outcome = take("pod-slower", time);

    assertThat(outcome).isInstanceOf(Outcome.Held.class);
    assertThat(lab.says("holderIdentity")).isEqualTo("pod-faster");
  }

  @Test
  void holderNoticesThatItWasGivenUp() {
    LeaseHold hold = taken("pod-1", new LeaseLab.Time());
    lab.heldBy("pod-2", 60, "2026-02-12T02:05:00.000000Z");

    assertThat(hold.missing()).contains("it is held by pod-2 now");
    assertThat(hold.release()).isEmpty();
    assertThat(lab.says("holderIdentity")).as("not ours to give back").isEqualTo("pod-2");
  }

  @Test
  void changesByOthersThatTakeNothingAreLivedWith() {
    LeaseHold hold = taken("pod-1", new LeaseLab.Time());
    ObjectNode labelled = lab.lease();
    labelled.withObjectProperty("metadata").putObject("labels").put("seen-by", "an-admin");
    lab.cluster().put("leases", labelled);
    assertThat(hold.missing()).isEmpty();
    assertThat(lab.lease().path("metadata").path("labels").size()).isEqualTo(1);

    lab.cluster().remove("leases", LeaseLab.NAMESPACE, LeaseLab.NAME);
    assertThat(hold.missing()).isEmpty();
    assertThat(lab.says("holderIdentity")).isEqualTo("pod-1");
  }

  @Test
  void silenceOfTheApiServerCostsItOnlyAfterItsDuration() {
    LeaseLab.Time time = new LeaseLab.Time();
    LeaseHold hold = taken("pod-1", time);
    lab.cluster().faults().always("leases", Fault.status(503));

    time.pause(Duration.ofSeconds(59));
    assertThat(hold.renew()).hasValueSatisfying(why -> assertThat(why).contains("503"));
    assertThat(hold.missing()).isEmpty();
    time.pause(Duration.ofSeconds(1));
    assertThat(hold.missing())
        .hasValueSatisfying(
            why -> assertThat(why).contains("could not be renewed for 60 s", "HTTP 503"));

    lab.cluster().faults().clear();
    assertThat(hold.missing()).as("nobody took it meanwhile").isEmpty();
  }

  @Test
  void renewalWhoseAnswerWasLostIsStillOurs() {
    LeaseHold hold = taken("pod-1", new LeaseLab.Time());
    lab.cluster().faults().once("leases", Fault.dropMidway());

    assertThat(hold.renew()).isPresent();
    assertThat(hold.renew()).isEmpty();
  }

  @Test
  void passingTroubleIsAskedThroughAndRefusalIsNot() {
    lab.cluster().faults().times(3, "leases", Fault.status(503));
    LeaseLab.Time time = new LeaseLab.Time();
    taken("pod-1", time);
    assertThat(time.pauses()).isEqualTo(3);

    lab.cluster().faults().always("leases", Fault.status(403));
    LeaseLab.Time refused = new LeaseLab.Time();
    assertThatThrownBy(() -> take("pod-2", refused))
        .isInstanceOfSatisfying(
            HandFailure.class,
            failure -> assertThat(failure.kind()).isEqualTo(HandFailure.Kind.NOT_ALLOWED))
        .hasMessageContaining("lease storage/poolkeeper");
    assertThat(refused.pauses()).isZero();
  }
}
