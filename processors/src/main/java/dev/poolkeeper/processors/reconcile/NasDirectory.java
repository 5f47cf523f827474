package dev.poolkeeper.processors.reconcile;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.IscsiGlobal;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.VolumeSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All systems of the night, with what was learnt so far about addresses, parents and copies. */
final class NasDirectory {

  private final Map<String, NasIndex> indexes;
  private final Map<String, ProtocolChain> chains = new LinkedHashMap<>();
  private final NasAddresses addresses;
  private final KnownParents parents = new KnownParents();
  private final Replicas replicas;

  NasDirectory(Inventory inventory) {
    this.indexes = NasIndex.of(inventory);
    this.addresses = new NasAddresses(inventory);
    this.replicas = new Replicas(inventory);
    Map<String, String> basenames = new LinkedHashMap<>();
    inventory
        .all(ObjectKind.ISCSI_GLOBAL, IscsiGlobal.class)
        .forEach(global -> basenames.put(global.nas(), global.basename()));
    indexes.forEach(
        (nas, index) ->
            chains.put(nas, new ProtocolChain(index, Optional.ofNullable(basenames.get(nas)))));
  }

  Collection<NasIndex> all() {
    return indexes.values();
  }

  Map<String, NasIndex> byName() {
    return indexes;
  }

  NasIndex of(String nas) {
    NasIndex index = indexes.get(nas);
    if (index == null) {
      throw new IllegalArgumentException("no NAS named " + nas + " in this estate");
    }
    return index;
  }

  KnownParents parents() {
    return parents;
  }

  Replicas replicas() {
    return replicas;
  }

  /** Whether the volume's addresses name registered systems. */
  boolean resolves(VolumeSource source) {
    return !addresses.nasOf(source).isEmpty();
  }

  /** Systems the volume may be on: those its addresses name, else all of them. */
  List<NasIndex> candidates(VolumeSource source) {
    List<String> named = addresses.nasOf(source);
    return named.isEmpty() ? List.copyOf(indexes.values()) : named.stream().map(this::of).toList();
  }

  /** Where the volume's protocol chain leads on its candidate systems. */
  List<ProtocolChain.Hit> follow(VolumeSource source, Protocol protocol) {
    return candidates(source).stream()
        .map(index -> chains.get(index.nas()))
        .flatMap(chain -> chain.follow(source, protocol).stream())
        .distinct()
        .toList();
  }

  /** A copy on a system that the volume does not name cannot be the volume. */
  boolean copyElsewhere(VolumeSource source, Dataset dataset) {
    return !resolves(source) && replicas.reason(dataset).isPresent();
  }

  /** A confirmed link teaches which NAS the addresses mean and where the driver keeps volumes. */
  void learn(PersistentVolume volume, Dataset dataset) {
    addresses.learn(volume.source(), dataset.nas());
    parents.learn(volume.cluster(), volume.source().driver(), dataset);
  }
}
