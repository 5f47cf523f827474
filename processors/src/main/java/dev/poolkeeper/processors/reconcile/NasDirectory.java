package dev.poolkeeper.processors.reconcile;

import dev.poolkeeper.processors.inventory.Dataset;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.IscsiGlobal;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.PersistentVolume;
import dev.poolkeeper.processors.inventory.VolumeSource;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** The systems on which a volume must be, if it is anywhere; empty when none is known. */
  List<NasIndex> homes(PersistentVolume volume) {
    VolumeSource source = volume.source();
    if (NasAddresses.addresses(source).findAny().isPresent()) {
      return addresses.surelyNasOf(source).stream().map(this::of).toList();
    }
    boolean driverKnown = !parents.nasOf(volume.cluster(), source.driver()).isEmpty();
    return driverKnown ? List.copyOf(indexes.values()) : List.of();
  }

  /** The systems a volume's addresses do not name. */
  List<NasIndex> others(VolumeSource source) {
    List<NasIndex> named = candidates(source);
    return indexes.values().stream().filter(nas -> !named.contains(nas)).toList();
  }

  /** Where the volume's protocol chain leads on these systems. */
  List<ProtocolChain.Hit> follow(List<NasIndex> systems, VolumeSource source, Protocol protocol) {
    return chains(systems)
        .flatMap(chain -> chain.follow(source, protocol).stream())
        .distinct()
        .toList();
  }

  /** The datasets of these systems in which the files lie that a volume names by a path. */
  List<ProtocolChain.Hit> around(List<NasIndex> systems, VolumeSource source, Protocol protocol) {
    return chains(systems)
        .flatMap(chain -> chain.around(source, protocol).stream())
        .distinct()
        .toList();
  }

  /**
   * The datasets the volume's protocol chain leads to on the systems its addresses name. An address
   * that nobody knows leads nowhere: names of targets repeat from one system to the next. Nor does
   * one lead to a dataset whose own mark says that it is served under another.
   */
  List<Dataset> served(VolumeSource source) {
    Protocol protocol = VolumeClass.of(source).protocol();
    return follow(named(source), source, protocol).stream()
        .map(ProtocolChain.Hit::dataset)
        .distinct()
        .filter(dataset -> sameHost(source, ShareContext.of(dataset)))
        .toList();
  }

  /** A volume without any address is on the only system there is, if there is but one. */
  private List<NasIndex> named(VolumeSource source) {
    boolean addressed = NasAddresses.addresses(source).findAny().isPresent();
    if (addressed) {
      return addresses.nasOf(source).stream().map(this::of).toList();
    }
    return indexes.size() == 1 ? List.copyOf(indexes.values()) : List.of();
  }

  /**
   * Whether the dataset's own mark says that it is served at an address that is neither one of the
   * volume's nor, as far as is known, another of the same system: names of targets and shares
   * repeat from one system to the next.
   */
  boolean contradicts(VolumeSource source, Dataset dataset) {
    VolumeSource context = ShareContext.of(dataset);
    return !sameHost(source, context)
        && !(addresses.nasOf(source).contains(dataset.nas())
            && addresses.nasOf(context).contains(dataset.nas()));
  }

  private static boolean sameHost(VolumeSource one, VolumeSource other) {
    Set<String> hosts = hosts(one);
    Set<String> others = hosts(other);
    return hosts.isEmpty() || others.isEmpty() || !Collections.disjoint(hosts, others);
  }

  private static Set<String> hosts(VolumeSource source) {
    return NasAddresses.addresses(source).map(NasAddresses::host).collect(Collectors.toSet());
  }

  /** The dataset ids at which the volume's protocol chain should end on these systems. */
  List<String> ends(List<NasIndex> systems, VolumeSource source, Protocol protocol) {
    return chains(systems).flatMap(chain -> chain.ends(source, protocol)).distinct().toList();
  }

  private Stream<ProtocolChain> chains(List<NasIndex> systems) {
    return systems.stream().flatMap(nas -> Stream.ofNullable(chains.get(nas.nas())));
  }

  /**
   * The address under which a dataset's own marks say it is served, when that is not known to be an
   * address of its NAS: it is a copy then, or was moved.
   */
  Optional<String> servedElsewhere(Dataset dataset) {
    VolumeSource context = ShareContext.of(dataset);
    List<String> all = NasAddresses.addresses(context).distinct().toList();
    return all.isEmpty() || addresses.nasOf(context).contains(dataset.nas())
        ? Optional.empty()
        : Optional.of(String.join(", ", all));
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
