package dev.poolkeeper.readers.truenas.live;

import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Side;
import dev.poolkeeper.readers.json.Json;
import dev.poolkeeper.readers.source.SourceFailure;
import dev.poolkeeper.readers.source.SourceUnavailable;
import dev.poolkeeper.readers.truenas.TrueNasMappers;
import dev.poolkeeper.readers.truenas.TrueNasMethods;
import dev.poolkeeper.readers.truenas.TrueNasRelease;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Asks every method of a night once, for next to nothing, to see which of them are refused. */
final class RightsProbe {

  private final Connection nas;

  RightsProbe(Connection nas) {
    this.nas = nas;
  }

  /** What was refused or failed, one each; methods the release lacks are not missed. */
  List<SourceFailure> refused() {
    List<SourceFailure> refused = new ArrayList<>();
    for (ObjectKind kind : ObjectKind.of(Side.NAS)) {
      try {
        nas.small(call(kind));
      } catch (SourceUnavailable gone) {
        // the connection itself: nothing more can be learnt
        throw gone;
      } catch (SourceFailure failure) {
        refused.add(failure);
      }
    }
    return refused;
  }

  private NasCall call(ObjectKind kind) {
    return switch (kind) {
      case DATASET -> datasets();
      case ZFS_SNAPSHOT -> snapshots();
      case NAS_SYSTEM, NAS_IDENTITY, ISCSI_GLOBAL, ISCSI_SESSION, NVME_SESSION, NFS_CLIENT, ALERT ->
          NasCall.of(TrueNasMethods.of(kind).get(0));
      default -> NasCall.query(TrueNasMethods.of(kind).get(0), "[]", "{\"limit\": 1}");
    };
  }

  private NasCall datasets() {
    if (!nas.release().atLeast(TrueNasRelease.GOLDEYE) || nas.pools().isEmpty()) {
      return new NasCall(
          DatasetListing.DATASETS,
          List.of(
              Filters.equal("id", pool()),
              Json.tree("{\"extra\": {\"retrieve_children\": false}}")));
    }
    ObjectNode argument = Json.object();
    argument.putArray("paths").add(pool());
    argument.putArray("properties").add("used");
    return NasCall.with(DatasetListing.RESOURCES, argument);
  }

  private NasCall snapshots() {
    String method = TrueNasMappers.snapshotMethod(nas.told());
    if (method.equals("zfs.resource.snapshot.query")) {
      ObjectNode argument = Json.object();
      argument.putArray("paths").add(pool());
      argument.put("recursive", false).putNull("properties");
      return NasCall.with(method, argument);
    }
    // one id is the only filter that spares the system the whole list
    return new NasCall(
        method, List.of(Filters.equal("id", pool() + "@poolkeeper-check"), Json.object()));
  }

  private String pool() {
    return nas.pools().stream().findFirst().orElse("none");
  }
}
