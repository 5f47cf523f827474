package dev.poolkeeper.processors.reconcile;

import static dev.poolkeeper.processors.support.DatasetBuilder.aDataset;
import static dev.poolkeeper.processors.support.InventoryBuilder.anEstate;
import static dev.poolkeeper.processors.support.JudgedNight.judged;
import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.support.InventoryBuilder;
import dev.poolkeeper.processors.support.JudgedNight;
import dev.poolkeeper.processors.support.OtherUsers;
import org.junit.jupiter.api.Test;

/** One appliance under two names, and a pool that two systems claim. */
class SameSystemsTest {

  /** What one appliance lists: a volume in use and a leftover. */
  private static InventoryBuilder lists(InventoryBuilder estate, String nas, String guid) {
    return estate
        .nas(nas)
        .pool("tank", "ONLINE", guid)
        .parent("tank")
        .parent("tank/k8s")
        .dataset(aDataset("tank/k8s/pvc-a").marked("pvc-a"))
        .dataset(aDataset("tank/k8s/pvc-x").marked("pvc-x"));
  }

  private static InventoryBuilder clustered() {
    return anEstate()
        .cluster("prod-a")
        .volume(aVolume("pvc-a").nfs("10.0.0.6", "/mnt/tank/k8s/pvc-a"));
  }

  private static InventoryBuilder registeredTwice() {
    InventoryBuilder estate = lists(clustered(), "nas1", "77").address("10.0.0.5");
    estate.onNas(OtherUsers.hostId("abc"));
    lists(estate, "nas2", "77").address("10.0.0.6").onNas(OtherUsers.hostId("abc"));
    return estate;
  }

  @Test
  void applianceUnderTwoNamesIsJudgedOnce() {
    JudgedNight night = judged(registeredTwice());

    assertThat(night.said()).containsExactly("PK102 nas1/datasets/tank/k8s/pvc-x");
    assertThat(night.links())
        .containsExactly("prod-a/persistentvolumes/pvc-a CONFIRMED nas1/datasets/tank/k8s/pvc-a");
  }

  @Test
  void volumeThatIsGoneIsMissedOnceWhicheverNameItsAddressIsOf() {
    JudgedNight night =
        judged(
            registeredTwice()
                .volume(aVolume("pvc-gone").nfs("10.0.0.6", "/mnt/tank/k8s/pvc-gone")));

    assertThat(night.said())
        .containsExactly(
            "PK101 prod-a/persistentvolumes/pvc-gone", "PK102 nas1/datasets/tank/k8s/pvc-x");
  }

  @Test
  void nameThatWasReadBestIsTheOneThatIsJudged() {
    InventoryBuilder estate =
        registeredTwice().emptied("nas1", ObjectKind.DATASET, CaptureStatus.FAILED);

    assertThat(judged(estate).verdictsSaid()).containsExactly("PK102 nas2/datasets/tank/k8s/pvc-x");
  }

  @Test
  void poolThatTwoSystemsClaimLeavesBothUndecided() {
    InventoryBuilder estate = lists(clustered(), "nas1", "77");
    estate.onNas(OtherUsers.hostId("abc"));
    lists(estate, "nas2", "77").onNas(OtherUsers.hostId("def"));
    JudgedNight night = judged(estate);

    assertThat(night.judgements().candidates())
        .allMatch(candidate -> candidate.code().code().equals("PK901"));
    assertThat(night.candidate("nas1").evidence())
        .anyMatch(line -> line.contains("nas1 and nas2 all say that they have it imported"));
  }

  @Test
  void poolThatMovedToAnotherSystemIsJudgedThere() {
    InventoryBuilder estate = clustered().nas("nas1").address("10.0.0.6");
    estate.pool("tank", "OFFLINE", "").pool("ssd").onNas(OtherUsers.hostId("abc"));
    lists(estate, "nas2", "77").onNas(OtherUsers.hostId("def"));

    assertThat(judged(estate).links())
        .containsExactly("prod-a/persistentvolumes/pvc-a PROBABLE nas2/datasets/tank/k8s/pvc-a");
    assertThat(judged(estate).verdictsSaid())
        .doesNotContain("PK101 prod-a/persistentvolumes/pvc-a");
  }

  @Test
  void systemsOfTheirOwnStayAsTheyAre() {
    InventoryBuilder estate = lists(clustered(), "nas1", "77");
    estate.onNas(OtherUsers.hostId("abc"));
    lists(estate, "nas2", "78").onNas(OtherUsers.hostId("def"));
    Inventory inventory = estate.build();

    assertThat(SameSystems.once(inventory)).isSameAs(inventory);
  }

  @Test
  void systemsThatDoNotSayWhoTheyAreStayAsTheyAre() {
    InventoryBuilder estate = lists(clustered(), "nas1", "");
    lists(estate, "nas2", "").onNas(OtherUsers.hostId(""));
    Inventory inventory = estate.build();

    assertThat(SameSystems.once(inventory)).isSameAs(inventory);
  }
}
