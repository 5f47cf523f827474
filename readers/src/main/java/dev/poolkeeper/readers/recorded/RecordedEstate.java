package dev.poolkeeper.readers.recorded;

import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.CaptureProblem;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.Estate;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.InventorySink;
import dev.poolkeeper.processors.inventory.NasSystem;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.readers.source.InventorySource;
import dev.poolkeeper.readers.source.Reading;
import dev.poolkeeper.readers.source.SourceReader;
import dev.poolkeeper.readers.truenas.TrueNasRelease;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A recorded estate on disk: {@code DIR/estate.json}, {@code DIR/clusters/NAME/PLURAL.json}, {@code
 * DIR/nas/NAME/METHOD.json}. Files are streamed; parts may be read side by side.
 */
public final class RecordedEstate implements InventorySource {

  private final FileNames names;
  private final EstateFile file;
  private final Map<String, Optional<TrueNasRelease>> releases = new ConcurrentHashMap<>();

  private RecordedEstate(FileNames names, EstateFile file) {
    this.names = names;
    this.file = file;
  }

  /**
   * Opens the folder and reads its estate.json.
   *
   * @param now stands for the time of capture where estate.json does not tell it
   * @throws NoSuchEstate when the folder is none, or holds neither estate.json nor clusters/ nor
   *     nas/
   */
  public static RecordedEstate open(Path directory, Instant now) {
    if (!Files.exists(directory)) {
      throw new NoSuchEstate(directory, "there is no such folder");
    }
    if (!Files.isDirectory(directory)) {
      throw new NoSuchEstate(directory, "it is a file, not a folder");
    }
    if (!Files.isReadable(directory)) {
      throw new NoSuchEstate(directory, "there is no permission to read the folder");
    }
    if (List.of(EstateFile.NAME, "clusters", "nas").stream()
        .noneMatch(name -> Files.exists(directory.resolve(name)))) {
      throw new NoSuchEstate(directory, "it holds neither estate.json nor clusters/ nor nas/");
    }
    return new RecordedEstate(new FileNames(directory), EstateFile.read(directory, now));
  }

  @Override
  public SourceReader open(String source) {
    return new RecordedSource(this, source);
  }

  /** The sources: as estate.json lists them, else the folders that are there. */
  @Override
  public Estate estate() {
    return file.estate();
  }

  /** What is wrong with estate.json; not empty means the run is incomplete. */
  @Override
  public List<CaptureProblem> problems() {
    return file.problems();
  }

  /**
   * Reads one kind of one source into the sink, in file order. Never throws for bad content: the
   * answer says what happened.
   */
  public Capture read(String source, ObjectKind kind, Consumer<InventoryObject> sink) {
    if (!estate().sources().contains(source)) {
      throw new IllegalArgumentException(source + " is no source of this estate");
    }
    long start = System.nanoTime();
    List<FileName> candidates = names.of(source, kind);
    Optional<FileName> found =
        candidates.stream().filter(name -> Files.exists(names.path(name))).findFirst();
    if (found.isEmpty()) {
      return notRead(source, kind, candidates);
    }
    InventorySink objects =
        InventorySink.of(file.tellsTime() ? sink : object -> sink.accept(withoutClock(object)));
    Reading reading = new Reading(source, kind, estate().capturedAt(), found.get(), objects);
    new PartReader(names, this::release).read(source, kind, found.get(), reading);
    return reading.capture((System.nanoTime() - start) / 1_000_000);
  }

  /** A clock says nothing where nobody knows when it was read. */
  private static InventoryObject withoutClock(InventoryObject object) {
    return object instanceof NasSystem system
        ? new NasSystem(
            system.nas(), system.version(), system.hostname(), system.timeZone(), Optional.empty())
        : object;
  }

  private Optional<TrueNasRelease> release(String nas) {
    return releases.computeIfAbsent(
        nas,
        name -> {
          List<InventoryObject> systems = new ArrayList<>();
          read(name, ObjectKind.NAS_SYSTEM, systems::add);
          return systems.stream()
              .map(NasSystem.class::cast)
              .findFirst()
              .flatMap(system -> TrueNasRelease.parse(system.version()));
        });
  }

  private Capture notRead(String source, ObjectKind kind, List<FileName> candidates) {
    String where = candidates.stream().map(FileName::relative).collect(Collectors.joining(" or "));
    Optional<TrueNasRelease> release =
        kind == ObjectKind.ZFS_SNAPSHOT ? release(source) : Optional.empty();
    String next = names.advised(source, kind, release).command();
    return new Capture(
        source,
        kind,
        CaptureStatus.NOT_READ,
        0,
        0,
        List.of(new CaptureProblem(where, "no such file", next)));
  }
}
