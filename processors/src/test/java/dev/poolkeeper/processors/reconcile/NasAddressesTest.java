package dev.poolkeeper.processors.reconcile;

import static dev.poolkeeper.processors.support.InventoryBuilder.anInventory;
import static dev.poolkeeper.processors.support.VolumeBuilder.aVolume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.inventory.IscsiPortal;
import dev.poolkeeper.processors.inventory.VolumeSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which NAS an address means. */
class NasAddressesTest {

  private static VolumeSource at(String server) {
    return aVolume("v").nfs(server, "/mnt/tank/v").source();
  }

  @Test
  void hostIsComparedWithoutSchemePortCaseAndTrailingDot() {
    List<String> written =
        List.of(
            "NAS.example.com",
            "nas.example.com.",
            "nas.example.com:3260",
            "https://nas.example.com");
    assertThat(written.stream().map(NasAddresses::host)).containsOnly("nas.example.com");
    assertThat(NasAddresses.host("[fd00::5]:3260")).isEqualTo("fd00::5");
    assertThat(NasAddresses.host("fd00::5")).isEqualTo("fd00::5");
  }

  @Test
  void configurationHostNameAndPortalsNameANas() {
    NasAddresses addresses =
        new NasAddresses(
            anInventory()
                .address("10.0.0.5")
                .onNas(nas -> new IscsiPortal(nas, 1, List.of("10.0.0.6", "0.0.0.0")))
                .build());

    for (String server : List.of("nas1", "host-of-nas1", "10.0.0.5", "10.0.0.6")) {
      assertThat(addresses.surelyNasOf(at(server))).as(server).containsExactly("nas1");
    }
    assertThat(addresses.nasOf(at("0.0.0.0"))).isEmpty();
    assertThat(addresses.nasOf(at("10.0.0.7"))).isEmpty();
  }

  @Test
  void oneVolumeHintsAndTwoMakeSure() {
    NasAddresses addresses = new NasAddresses(anInventory().build());

    addresses.learn(at("10.0.0.9"), "nas1");
    assertThat(addresses.nasOf(at("10.0.0.9"))).containsExactly("nas1");
    assertThat(addresses.surelyNasOf(at("10.0.0.9"))).isEmpty();

    addresses.learn(at("10.0.0.9"), "nas1");
    assertThat(addresses.surelyNasOf(at("10.0.0.9"))).containsExactly("nas1");
  }

  @Test
  void everyPortalOfAVolumeCounts() {
    VolumeSource source =
        aVolume("v").iscsi("", "iqn:x").with("portals", "10.0.0.1:3260, 10.0.0.2").source();
    assertThat(NasAddresses.addresses(source)).containsExactly("10.0.0.1:3260", "10.0.0.2");
  }
}
