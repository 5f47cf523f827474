package dev.poolkeeper.tests.corpus;

import dev.poolkeeper.processors.inventory.Capture;
import dev.poolkeeper.processors.inventory.CaptureProblem;
import dev.poolkeeper.processors.inventory.CaptureStatus;
import dev.poolkeeper.processors.inventory.Estate;
import dev.poolkeeper.processors.inventory.Inventory;
import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.NfsShare;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.readers.recorded.RecordedEstate;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A recorded estate as a night reads it, part by part. */
record ReadEstate(Estate estate, List<Part> parts) {

  /** One kind of one source: how it was read, and its objects in the order of their file. */
  record Part(Capture capture, List<InventoryObject> objects) {

    private Part and(Part other) {
      CaptureStatus worse =
          Stream.of(capture.status(), other.capture.status())
              .max(Comparator.naturalOrder())
              .orElseThrow();
      List<InventoryObject> all = new ArrayList<>(objects);
      all.addAll(other.objects);
      return new Part(
          new Capture(capture.source(), capture.kind(), worse, all.size(), 0, capture.problems()),
          toldApart(all));
    }

    /** Shares are told apart by all of them. */
    private List<InventoryObject> toldApart(List<InventoryObject> all) {
      return capture.kind() == ObjectKind.NFS_SHARE
          ? List.copyOf(NfsShare.toldApart(all.stream().map(NfsShare.class::cast).toList()))
          : all;
    }
  }

  /** What says who a source is; doubts about the estate itself make it incomplete. */
  private static final Set<ObjectKind> IDENTITY =
      Set.of(ObjectKind.NAMESPACE, ObjectKind.NAS_SYSTEM);

  static ReadEstate of(Path directory) {
    RecordedEstate recorded = RecordedEstate.open(directory, Instant.EPOCH);
    List<Part> parts = new ArrayList<>();
    for (String source : recorded.estate().sources()) {
      for (ObjectKind kind : ObjectKind.of(recorded.estate().sideOf(source))) {
        parts.add(read(recorded, source, kind));
      }
    }
    return new ReadEstate(recorded.estate(), parts);
  }

  private static Part read(RecordedEstate recorded, String source, ObjectKind kind) {
    List<InventoryObject> objects = new ArrayList<>();
    Capture capture = recorded.read(source, kind, objects::add);
    return new Part(doubted(capture, recorded.problems()), objects);
  }

  private static Capture doubted(Capture capture, List<CaptureProblem> problems) {
    boolean doubted =
        !problems.isEmpty()
            && IDENTITY.contains(capture.kind())
            && capture.status() == CaptureStatus.COMPLETE;
    return doubted
        ? new Capture(
            capture.source(), capture.kind(), CaptureStatus.PARTIAL, capture.rows(), 0, problems)
        : capture;
  }

  /** The same night with some parts read again, from a folder where their files have changed. */
  ReadEstate again(Path directory, Predicate<Capture> changed) {
    RecordedEstate recorded = RecordedEstate.open(directory, Instant.EPOCH);
    return new ReadEstate(
        estate,
        parts.stream()
            .map(
                part ->
                    changed.test(part.capture())
                        ? read(recorded, part.capture().source(), part.capture().kind())
                        : part)
            .toList());
  }

  /** The same night without the rows of one part: not read, or read whole and found empty. */
  ReadEstate without(Part lost, CaptureStatus status) {
    Capture was = lost.capture();
    Part empty =
        new Part(new Capture(was.source(), was.kind(), status, 0, 0, was.problems()), List.of());
    return new ReadEstate(
        estate, parts.stream().map(part -> part.equals(lost) ? empty : part).toList());
  }

  List<Capture> captures() {
    return parts.stream().map(Part::capture).toList();
  }

  List<InventoryObject> objects() {
    return parts.stream().flatMap(part -> part.objects().stream()).toList();
  }

  Inventory inventory() {
    return inventory(objects());
  }

  /** The same night, with its objects in another order. */
  Inventory inventory(List<InventoryObject> reordered) {
    return new Inventory(estate, captures(), reordered.stream());
  }

  /** What two recordings of one night hold together. */
  ReadEstate and(ReadEstate other) {
    List<Part> together = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      together.add(parts.get(i).and(other.parts.get(i)));
    }
    return new ReadEstate(estate, together);
  }
}
