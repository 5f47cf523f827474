package dev.poolkeeper.tests.estates;

import dev.poolkeeper.processors.inventory.CsiDriver;
import dev.poolkeeper.processors.inventory.Estate;
import dev.poolkeeper.processors.inventory.IscsiGlobal;
import dev.poolkeeper.processors.inventory.Namespace;
import dev.poolkeeper.processors.inventory.NasIdentity;
import dev.poolkeeper.processors.inventory.NasSystem;
import dev.poolkeeper.processors.inventory.Node;
import dev.poolkeeper.processors.inventory.Pool;
import dev.poolkeeper.processors.inventory.SpaceUsage;
import dev.poolkeeper.processors.inventory.StorageClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Draws an estate: clusters, systems, drivers with volumes in order, then what went wrong, then
 * what only looks wrong. Deterministic by recipe.
 */
final class EstateGenerator {

  private static final List<String> POOLS = List.of("tank", "flash", "bulk");

  private final Recipe recipe;
  private final Chance chance;
  private final Draft draft;
  private final Healthy healthy;
  private final List<String> clusters = new ArrayList<>();
  private final List<Nas> systems = new ArrayList<>();
  private final Map<String, List<String>> addresses = new TreeMap<>();

  private EstateGenerator(Recipe recipe) {
    this.recipe = recipe;
    this.chance = new Chance(recipe.seed());
    this.draft = new Draft(chance, recipe.features());
    this.healthy = new Healthy(draft);
  }

  static RandomEstate draw(Recipe recipe) {
    return new EstateGenerator(recipe).draw();
  }

  private RandomEstate draw() {
    systems();
    clusters();
    List<Driver> drivers = new Drivers(draft, clusters, systems).draw();
    for (Driver driver : drivers) {
      register(driver);
      Containers.path(draft, driver.nas(), driver.parent());
    }
    for (Driver driver : drivers) {
      int volumes = chance.between(3, 3 + 2 * recipe.volumes() / drivers.size());
      for (int i = 0; i < volumes; i++) {
        healthy.make(driver);
      }
    }
    drivers.forEach(this::leaks);
    drivers.forEach(driver -> new Oddities(draft, healthy).make(driver));
    neighbours(drivers);
    Estate estate =
        new Estate(Draft.NIGHT, clusters, systems.stream().map(Nas::name).toList(), addresses);
    return new RandomEstate(
        recipe, estate, draft.objects(), draft.planted(), draft.open(), draft.volumes());
  }

  private void systems() {
    int count = draft.has(Feature.SEVERAL_SYSTEMS) ? chance.between(1, 3) : 1;
    List<Release> releases = List.of(Release.values());
    for (int i = 1; i <= count; i++) {
      Release release =
          draft.has(Feature.CORE) ? chance.one(releases) : chance.one(releases.subList(1, 5));
      String address = "10.0.%d.5".formatted(i);
      boolean told = !draft.has(Feature.LEARNT_ADDRESSES) || chance.in(70);
      List<String> pools = POOLS.subList(0, chance.between(1, POOLS.size()));
      Nas nas =
          new Nas(
              "nas" + i, release, address, told, "iqn.2005-10.org.freenas.ctl", pools, coldPool());
      systems.add(nas);
      if (nas.told()) {
        addresses.put(nas.name(), List.of(address));
      }
      add(nas);
    }
  }

  private Nas.ColdPool coldPool() {
    return draft.has(Feature.HIDDEN_POOLS) && chance.in(40)
        ? chance.one(List.of(Nas.ColdPool.EXPORTED, Nas.ColdPool.OFFLINE))
        : Nas.ColdPool.NONE;
  }

  private void add(Nas nas) {
    String name = nas.name();
    draft.add(
        new NasSystem(
            name, nas.release().version(), "truenas", Optional.empty(), Optional.empty()));
    draft.add(new NasIdentity(name, "host-" + name));
    draft.add(new IscsiGlobal(name, nas.basename()));
    for (String pool : nas.pools()) {
      draft.add(
          new Pool(
              name, pool, "1" + name, "ONLINE", true, "", Optional.empty(), SpaceUsage.UNKNOWN));
      Containers.path(draft, nas, pool + "/media/films");
    }
    if (nas.cold() == Nas.ColdPool.OFFLINE) {
      draft.add(
          new Pool(name, "cold", "77", "OFFLINE", false, "", Optional.empty(), SpaceUsage.UNKNOWN));
    }
  }

  private void clusters() {
    int count = draft.has(Feature.SEVERAL_CLUSTERS) ? chance.between(1, 3) : 1;
    for (int i = 1; i <= count; i++) {
      String cluster = "cluster-" + i;
      clusters.add(cluster);
      draft.add(new Namespace(cluster, "kube-system", chance.uid(), Optional.empty()));
      draft.add(new Node(cluster, "node-1"));
      Users.pod(draft, cluster, "kube-system", "none-of-dns", List.of());
    }
  }

  private void register(Driver driver) {
    draft.addOnce(new CsiDriver(driver.cluster(), driver.label()));
    draft.addOnce(
        new StorageClass(
            driver.cluster(),
            driver.storageClass(),
            driver.label(),
            "Delete",
            "Immediate",
            Map.of()));
  }

  private void leaks(Driver driver) {
    if (draft.has(Feature.VOLUME_LEAKS)) {
      times(3, () -> new VolumeLeaks(draft, healthy).plant(driver));
    }
    ServiceLeaks services = new ServiceLeaks(draft, healthy);
    if (draft.has(Feature.SERVICE_LEAKS)) {
      times(2, () -> services.leadNowhere(driver));
    }
    if (draft.has(Feature.WRONG_DATA)) {
      times(1, () -> services.wrongData(driver));
    }
    if (draft.has(Feature.SNAPSHOT_LEAKS)) {
      times(4, () -> new SnapshotLeaks(draft, healthy).plant(chance.one(healthy.of(driver))));
    }
    if (draft.has(Feature.CLUSTER_LEAKS)) {
      times(2, () -> new ClusterLeaks(draft, healthy).plant(driver));
    }
  }

  private void times(int most, Runnable plant) {
    for (int i = chance.between(0, most); i > 0; i--) {
      plant.run();
    }
  }

  private void neighbours(List<Driver> drivers) {
    Neighbours neighbours = new Neighbours(draft, healthy);
    for (Driver driver : drivers) {
      if (draft.has(Feature.STRANGERS) && (driver.strangers() || chance.in(20))) {
        neighbours.strangers(driver);
      }
      if (draft.has(Feature.REPLICAS) && chance.in(40)) {
        neighbours.copies(driver, systems);
      }
      if (driver.nas().cold() != Nas.ColdPool.NONE && chance.in(50)) {
        neighbours.hiddenPool(driver);
      }
    }
    for (String cluster : clusters) {
      if (draft.has(Feature.FOREIGN)) {
        neighbours.foreign(cluster);
      }
      if (draft.has(Feature.STATIC)) {
        new Static(draft).make(cluster, chance.one(systems));
      }
    }
    if (draft.has(Feature.SHARED_PARENTS) && chance.in(30)) {
      Driver lonely = new Drivers(draft, clusters, systems).lonely();
      register(lonely);
      Containers.path(draft, lonely.nas(), lonely.parent());
      neighbours.lonely(lonely);
    }
  }
}
