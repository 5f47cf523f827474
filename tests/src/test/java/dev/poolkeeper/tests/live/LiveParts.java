package dev.poolkeeper.tests.live;

import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.InventorySink;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.readers.source.LiveReader;
import dev.poolkeeper.readers.source.LiveSource;
import dev.poolkeeper.readers.source.Retry;
import dev.poolkeeper.readers.source.Secret;
import dev.poolkeeper.readers.source.TlsTrust;
import dev.poolkeeper.readers.truenas.live.KnownSnapshots;
import dev.poolkeeper.readers.truenas.live.LiveNas;
import dev.poolkeeper.readers.truenas.live.NasAccess;
import dev.poolkeeper.tests.simulator.TrueNasSimulator;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads parts of live sources in this process. */
final class LiveParts {

  static final Retry QUICK = new Retry(3, Duration.ofMillis(1));
  static final Instant NOW = Instant.parse("2026-02-11T02:00:00Z");

  private LiveParts() {}

  /** What one part gave, and what was listed by name only. */
  record Part(Capture capture, List<InventoryObject> objects, List<InventoryObject> byName) {}

  static NasAccess access(TrueNasSimulator nas, TlsTrust trust) {
    return new NasAccess(
        "nas1",
        URI.create(nas.httpsUrl()),
        Optional.of(nas.username()),
        new Secret(nas.apiKey()),
        NasAccess.Api.AUTO,
        trust,
        Duration.ofSeconds(5),
        Duration.ofMinutes(5));
  }

  static NasAccess access(TrueNasSimulator nas, Path caFile) {
    return access(nas, new TlsTrust.Authorities(caFile));
  }

  static LiveNas open(NasAccess access) {
    return new LiveNas(access, KnownSnapshots.NONE, QUICK, Clock.systemUTC());
  }

  static Part read(LiveSource source, String name, ObjectKind kind) {
    List<InventoryObject> objects = new ArrayList<>();
    List<InventoryObject> byName = new ArrayList<>();
    InventorySink sink =
        new InventorySink() {
          @Override
          public void accept(InventoryObject object) {
            objects.add(object);
          }

          @Override
          public void acceptByName(InventoryObject object) {
            byName.add(object);
          }

          @Override
          public void startOver() {
            objects.clear();
            byName.clear();
          }
        };
    Capture capture = new LiveReader(name, source, NOW).read(kind, sink);
    return new Part(capture, objects, byName);
  }
}
