package dev.poolkeeper.tests.estates;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws the drivers of the clusters, and where they keep their volumes. */
final class Drivers {

  private final Draft draft;
  private final Chance chance;
  private final List<String> clusters;
  private final List<Nas> systems;

  Drivers(Draft draft, List<String> clusters, List<Nas> systems) {
    this.draft = draft;
    this.chance = draft.chance;
    this.clusters = List.copyOf(clusters);
    this.systems = List.copyOf(systems);
  }

  /** One to three of each cluster; some share a parent, as clusters with one configuration do. */
  List<Driver> draw() {
    List<Driver> drivers = new ArrayList<>();
    for (String cluster : clusters) {
      for (int i = chance.between(1, 3); i > 0; i--) {
        Style style = chance.one(Style.of(draft.features));
        boolean likeAnother =
            draft.has(Feature.SHARED_PARENTS) && !drivers.isEmpty() && chance.in(25);
        Driver driver =
            likeAnother
                ? beside(cluster, chance.one(drivers))
                : driver(cluster, style, drivers.size());
        if (drivers.stream().noneMatch(other -> sameName(other, driver))) {
          drivers.add(driver);
        }
      }
    }
    return drivers;
  }

  private static boolean sameName(Driver one, Driver other) {
    return one.cluster().equals(other.cluster()) && one.label().equals(other.label());
  }

  private Driver driver(String cluster, Style style, int number) {
    Nas nas = chance.one(systems);
    String pool = chance.one(nas.pools());
    boolean root = style.trueNasCsi() && chance.in(50);
    boolean prefixed = style.democratic() && chance.in(50);
    return new Driver(
        cluster,
        label(style, number),
        style,
        nas,
        root ? pool : pool + "/k8s/vols-" + number,
        prefixed ? "csi-" : "",
        prefixed && chance.in(50) ? "-" + cluster : "",
        draft.has(Feature.TEMPLATES) && style.democratic() && chance.in(20),
        style.democratic() && chance.in(20) ? Optional.of("id-" + cluster) : Optional.empty(),
        draft.has(Feature.STRANGERS) && style.democratic() && chance.in(15));
  }

  private static String label(Style style, int number) {
    if (style.trueNasCsi()) {
      return "csi.truenas.io";
    }
    return style.tns()
        ? "tns.csi.io"
        : "org.democratic-csi.%s-%d"
            .formatted(style.protocol().name().toLowerCase(Locale.ROOT), number);
  }

  /** The same configuration in another cluster: the same parent, maybe even the same name. */
  private Driver beside(String cluster, Driver other) {
    boolean fixed = !other.style().democratic();
    return new Driver(
        cluster,
        fixed || chance.in(50) ? other.label() : other.label() + "-too",
        other.style(),
        other.nas(),
        other.parent(),
        other.prefix(),
        other.suffix(),
        other.templated(),
        other.instance(),
        other.strangers());
  }

  /** A driver that is installed and has no volume. */
  Driver lonely() {
    Driver driver = driver(chance.one(clusters), Style.FREENAS_API_NFS, 99);
    return new Driver(
        driver.cluster(),
        driver.label(),
        driver.style(),
        driver.nas(),
        driver.parent(),
        "",
        "",
        false,
        Optional.empty(),
        false);
  }
}
