package dev.poolkeeper.processors.health;

import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.InventoryBuilder.NIGHT;
import static dev.poolkeeper.processors.support.InventoryBuilder.anEstate;
import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.JudgedNight.judged;
import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.Alert;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.NasSystem;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Pool;
import dev.poolkeeper.processors.inventory.PoolScan;
import dev.poolkeeper.processors.inventory.SpaceUsage;
import dev.poolkeeper.processors.support.InventoryBuilder;
import dev.poolkeeper.processors.support.Objects;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 701 to 705 and 904: what appliances say of themselves. */
class AppliancesTest {

  private static List<String> said(InventoryBuilder inventory) {
    return judged(inventory).said();
  }

  private static InventoryBuilder pool(
      String status, boolean healthy, String fragmentation, Optional<PoolScan> scan) {
    return anEstate()
        .nas("nas1")
        .onNas(
            nas ->
                new Pool(
                    nas, "tank", "1", status, healthy, fragmentation, scan, SpaceUsage.UNKNOWN));
  }

  private static Optional<PoolScan> scan(String function, String state, int daysAgo) {
    Instant end = NIGHT.minus(Duration.ofDays(daysAgo));
    return Optional.of(new PoolScan(function, state, Optional.of(end), 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DEGRADED", "FAULTED", "UNAVAIL", "REMOVED", "SUSPENDED"})
  void poolThatIsNotOnlineIsUnhealthy(String status) {
    assertThat(said(pool(status, false, "", Optional.empty())))
        .containsExactly("PK701 nas1/pools/tank");
  }

  @Test
  void exportedPoolIsUnhealthyOnlyForTheVolumesOnIt() {
    assertThat(said(pool("OFFLINE", false, "", Optional.empty()))).isEmpty();
    assertThat(
            said(
                pool("OFFLINE", false, "", Optional.empty())
                    .volume(aVolume("pvc-a").nfs("10.0.0.5", "/mnt/tank/k8s/pvc-a"))))
        .contains("PK701 nas1/pools/tank");
    assertThat(
            said(
                pool("OFFLINE", false, "", Optional.empty())
                    .volume(aVolume("pvc-a").trueNasCsi("tank/pvc-a"))))
        .contains("PK701 nas1/pools/tank");
    assertThat(
            said(
                pool("OFFLINE", false, "", Optional.empty())
                    .volume(aVolume("pvc-a").trueNasCsi("tank2/pvc-a"))
                    .volume(aVolume("pvc-b").nfs("10.0.0.5", "/mnt/tank2/k8s/pvc-b"))))
        .doesNotContain("PK701 nas1/pools/tank");
  }

  @Test
  void exportedPoolIsUnhealthyForTheExtentsOnIt() {
    assertThat(
            said(
                pool("OFFLINE", false, "", Optional.empty())
                    .onNas(Objects.extent(1, "e", "tank/disk"))))
        .containsExactly("PK701 nas1/pools/tank");
    assertThat(
            said(
                pool("OFFLINE", false, "", Optional.empty())
                    .onNas(Objects.extent(1, "e", "tank2/disk"))
                    .nas("nas2")
                    .onNas(Objects.extent(1, "e", "tank/disk"))))
        .isEmpty();
  }

  @Test
  void poolThatIsOnlineAndNotHealthyIsUnhealthy() {
    assertThat(said(pool("ONLINE", false, "", Optional.empty())))
        .containsExactly("PK701 nas1/pools/tank");
    assertThat(said(pool("ONLINE", true, "", Optional.empty()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "SCRUB, FINISHED, 43, true",
    "SCRUB, FINISHED, 42, false",
    "SCRUB, CANCELED, 90, false",
    "SCRUB, SCANNING, 90, false",
    "RESILVER, FINISHED, 90, false"
  })
  void scrubIsOverdueAfter42Days(String function, String state, int days, boolean overdue) {
    List<String> expected = overdue ? List.of("PK702 nas1/pools/tank") : List.of();
    assertThat(said(pool("ONLINE", true, "", scan(function, state, days)))).isEqualTo(expected);
  }

  @Test
  void poolNeverScannedIsOverdueWhenItIsOld() {
    Optional<PoolScan> never = Optional.of(new PoolScan("", "", Optional.empty(), 0));

    assertThat(said(pool("ONLINE", true, "", never).dataset(aDataset("tank"))))
        .containsExactly("PK702 nas1/pools/tank");
    assertThat(
            said(
                pool("ONLINE", true, "", never)
                    .dataset(aDataset("tank").created(NIGHT.minusSeconds(86_400)))))
        .isEmpty();
    assertThat(said(pool("ONLINE", true, "", never))).isEmpty();
  }

  @Test
  void poolThatDoesNotTellItsScanIsNotOverdue() {
    assertThat(said(pool("ONLINE", true, "", Optional.empty()).dataset(aDataset("tank"))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"51, true", "51%, true", "50, false", "'', false", "None, false", "9999, false"})
  void fragmentationIsHighAboveHalf(String answer, boolean high) {
    List<String> expected = high ? List.of("PK703 nas1/pools/tank") : List.of();
    assertThat(said(pool("ONLINE", true, answer, Optional.empty()))).isEqualTo(expected);
  }

  @Test
  void poolsAreUndecidedWhileTheirListWasNotReadWhole() {
    assertThat(
            judged(
                    pool("DEGRADED", false, "80", Optional.empty())
                        .read("nas1", ObjectKind.POOL, CaptureStatus.PARTIAL))
                .verdictsSaid())
        .containsExactly("PK701? nas1/pools/tank", "PK703? nas1/pools/tank");
  }

  private static Function<String, InventoryObject> alert(
      String id, String alertClass, String level, boolean dismissed) {
    return nas ->
        new Alert(nas, id, alertClass, level, "text of " + id, Optional.empty(), dismissed);
  }

  @Test
  void alertsOfOneClassAreOneFinding() {
    InventoryBuilder inventory =
        anInventory()
            .onNas(alert("1", "SMART", "WARNING", false))
            .onNas(alert("2", "SMART", "CRITICAL", false))
            .onNas(alert("3", "Quota", "error", false));

    assertThat(said(inventory))
        .containsExactly("PK704 nas1/alerts/Quota", "PK704 nas1/alerts/SMART");
    assertThat(judged(inventory).candidate("nas1/alerts/SMART").evidence())
        .containsExactly("CRITICAL: text of 2", "WARNING: text of 1");
  }

  @Test
  void quietDismissedAndOtherwiseToldAlertsAreLeftOut() {
    assertThat(
            said(
                anInventory()
                    .onNas(alert("1", "HasUpdate", "INFO", false))
                    .onNas(alert("2", "Scrub", "NOTICE", false))
                    .onNas(alert("3", "SMART", "CRITICAL", true))))
        .isEmpty();
  }

  @Test
  void alertWithoutAClassIsKnownByItsId() {
    assertThat(said(anInventory().onNas(alert("1", "", "ALERT", false))))
        .containsExactly("PK704 nas1/alerts/1");
  }

  @Test
  void alertOfAnotherNasIsItsOwn() {
    assertThat(
            said(
                anInventory()
                    .pool("slow", "DEGRADED")
                    .nas("nas2")
                    .onNas(poolAlert("VolumeStatus", "slow"))
                    .onNas(alert("1", "RESTAPIUsage", "WARNING", false))))
        .containsExactly("PK701 nas1/pools/slow", "PK704 nas2/alerts/VolumeStatus", "PK705 nas2");
  }

  private static Function<String, InventoryObject> poolAlert(String alertClass, String pool) {
    return nas ->
        new Alert(
            nas,
            "id-" + pool,
            alertClass,
            "CRITICAL",
            "Pool %s state is DEGRADED: One or more devices has failed.".formatted(pool),
            Optional.empty(),
            false);
  }

  @Test
  void stateOfAPoolIsNotSaidTwice() {
    InventoryBuilder inventory = anInventory().pool("slow", "DEGRADED");

    assertThat(said(inventory.onNas(poolAlert("VolumeStatus", "slow"))))
        .containsExactly("PK701 nas1/pools/slow");
    assertThat(said(inventory.onNas(poolAlert("VolumeStatus", "slow-2"))))
        .containsExactly("PK701 nas1/pools/slow", "PK704 nas1/alerts/VolumeStatus");
    assertThat(judged(inventory).candidate("nas1/alerts/VolumeStatus").evidence())
        .containsExactly(
            "CRITICAL: Pool slow-2 state is DEGRADED: One or more devices has failed.");
  }

  @Test
  void stateOfAPoolThatIsHealthyAgainIsTheAppliancesOwnWord() {
    assertThat(said(anInventory().onNas(poolAlert("VolumeStatus", "tank"))))
        .containsExactly("PK704 nas1/alerts/VolumeStatus");
  }

  @Test
  void useOfTheRestApiIsToldByItsOwnCode() {
    assertThat(said(anInventory().onNas(alert("1", "RESTAPIUsage", "WARNING", false))))
        .containsExactly("PK705 nas1");
    assertThat(said(anInventory().onNas(alert("1", "RESTAPIUsage", "WARNING", true)))).isEmpty();
  }

  private static InventoryBuilder system(String version, Optional<Instant> clock) {
    return anEstate()
        .nas("nas1")
        .cluster("prod-a")
        .add(new NasSystem("nas2", version, "host", Optional.empty(), clock));
  }

  @ParameterizedTest
  @CsvSource({
    "TrueNAS-13.0-U6.1, true",
    "TrueNAS-SCALE-24.10.2.4, true",
    "25.04.0, false",
    "25.10.1, false",
    "TrueNAS-26.0-BETA.3, false",
    "'', false",
    "unheard-of, false"
  })
  void releaseBefore2504HasTheOldApiOnly(String version, boolean old) {
    List<String> expected = old ? List.of("PK705 nas2") : List.of();
    assertThat(judged(system(version, Optional.empty()).nas("nas2")).said()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"-121, true", "-120, false", "0, false", "3600, false", "3601, true"})
  void clockIsOffByWhatNoCaptureExplains(long seconds, boolean off) {
    List<String> expected = off ? List.of("PK904 nas2") : List.of();
    assertThat(
            judged(system("25.10.1", Optional.of(NIGHT.plusSeconds(seconds))).nas("nas2")).said())
        .isEqualTo(expected);
  }

  @Test
  void clockThatIsNotToldIsNotOff() {
    assertThat(judged(system("25.10.1", Optional.empty()).nas("nas2")).said()).isEmpty();
  }
}
