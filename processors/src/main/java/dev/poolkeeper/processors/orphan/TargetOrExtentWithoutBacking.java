package dev.poolkeeper.processors.orphan;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.finding.Verdict;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.inventory.IscsiExtent;
import dev.poolkeeper.processors.inventory.IscsiSession;
import dev.poolkeeper.processors.inventory.IscsiTarget;
import dev.poolkeeper.processors.inventory.IscsiTargetExtent;
import dev.poolkeeper.processors.inventory.ObjectKind;
import dev.poolkeeper.processors.inventory.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * 107: an extent without its zvol, a target that shows no extent, a link to a target that is gone.
 *
 * <p>Needs every registered cluster, since any may have a volume that names the target, and the NAS
 * with its iSCSI lists. Only what the drivers of registered clusters made is judged: an alias of
 * theirs, a name as they give it, or a zvol's place and name as they choose it.
 */
final class TargetOrExtentWithoutBacking implements Rule {

  private record Id(String nas, long id) {}

  private final Night night;
  private final References references;
  private final ServedPaths served;
  private final FormerClusters former;
  private final LearntNames names;
  private final Map<Id, IscsiTarget> targets = new HashMap<>();
  private final Map<Id, IscsiExtent> extents = new HashMap<>();
  private final Map<Id, List<IscsiTargetExtent>> shownBy = new HashMap<>();
  private final Map<Id, List<IscsiTargetExtent>> shownOn = new HashMap<>();
  private final Set<String> inSession = new HashSet<>();

  TargetOrExtentWithoutBacking(
      Night night, References references, ServedPaths served, FormerClusters former) {
    this.night = night;
    this.references = references;
    this.served = served;
    this.former = former;
    this.names = new LearntNames(night);
    night
        .all(ObjectKind.ISCSI_TARGET, IscsiTarget.class)
        .forEach(t -> targets.put(new Id(t.nas(), t.id()), t));
    night
        .all(ObjectKind.ISCSI_EXTENT, IscsiExtent.class)
        .forEach(e -> extents.put(new Id(e.nas(), e.id()), e));
    links()
        .forEach(
            link -> {
              append(shownBy, new Id(link.nas(), link.target()), link);
              append(shownOn, new Id(link.nas(), link.extent()), link);
            });
    night
        .all(ObjectKind.ISCSI_SESSION, IscsiSession.class)
        .forEach(s -> inSession.add(s.nas() + ":" + lastPart(s.targetIqn())));
  }

  private List<IscsiTargetExtent> links() {
    return night.all(ObjectKind.ISCSI_TARGET_EXTENT, IscsiTargetExtent.class);
  }

  private static void append(
      Map<Id, List<IscsiTargetExtent>> links, Id id, IscsiTargetExtent link) {
    links.computeIfAbsent(id, i -> new ArrayList<>(1)).add(link);
  }

  private static String lastPart(String iqn) {
    return iqn.substring(iqn.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
  }

  @Override
  public FindingCode code() {
    return FindingCode.TARGET_OR_EXTENT_WITHOUT_BACKING;
  }

  @Override
  public Stream<Verdict> judge() {
    return Stream.of(
            extents.values().stream().flatMap(extent -> judge(extent).stream()),
            targets.values().stream().flatMap(target -> judge(target).stream()),
            links().stream().flatMap(link -> judge(link).stream()))
        .flatMap(verdicts -> verdicts);
  }

  private Optional<Verdict> judge(IscsiExtent extent) {
    String zvol = extent.dataset().orElse("");
    boolean inOrder =
        !madeByDriver(extent)
            || night.join().nas(extent.nas()).dataset(zvol).isPresent()
            || references.named(leaf(zvol)).isPresent()
            || shownOn(extent).anyMatch(this::inUse);
    return inOrder
        ? Optional.empty()
        : Optional.of(
            verdict(
                extent.subject(),
                List.of(
                    "zvol %s is not there".formatted(zvol),
                    "its zvol was placed and named as a registered cluster's driver does"),
                night
                    .hidden(extent.nas(), zvol)
                    .or(() -> former.doubtOfVolume(extent.nas(), zvol))));
  }

  private Stream<IscsiTarget> shownOn(IscsiExtent extent) {
    return shownOn.getOrDefault(new Id(extent.nas(), extent.id()), List.of()).stream()
        .flatMap(link -> Stream.ofNullable(targets.get(new Id(link.nas(), link.target()))));
  }

  /** A generated name where a registered cluster keeps its volumes. */
  private boolean madeByDriver(IscsiExtent extent) {
    return extent
        .dataset()
        .filter(zvol -> DriverTraces.GENERATED.matcher(leaf(zvol)).matches())
        .filter(zvol -> !night.join().parents().clustersUnder(extent.nas(), parent(zvol)).isEmpty())
        .isPresent();
  }

  private static String leaf(String id) {
    return id.substring(id.lastIndexOf('/') + 1);
  }

  private static String parent(String id) {
    return id.substring(0, Math.max(id.lastIndexOf('/'), 0));
  }

  private boolean inUse(IscsiTarget target) {
    return inSession.contains(target.nas() + ":" + lastPart(target.name()))
        || served.namedBy(target.name()).isPresent();
  }

  private Optional<Verdict> judge(IscsiTarget target) {
    List<IscsiTargetExtent> shown =
        shownBy.getOrDefault(new Id(target.nas(), target.id()), List.of());
    boolean inOrder =
        shown.stream().anyMatch(l -> extents.containsKey(new Id(l.nas(), l.extent())))
            || inUse(target);
    return inOrder
        ? Optional.empty()
        : volumeOf(target)
            .filter(volume -> references.named(leaf(volume)).isEmpty())
            .map(volume -> empty(target, volume, shown));
  }

  private Verdict empty(IscsiTarget target, String volume, List<IscsiTargetExtent> shown) {
    List<String> evidence = new ArrayList<>();
    evidence.add("it shows no extent");
    shown.forEach(
        link -> evidence.add("LUN %d names an extent that is not there".formatted(link.lun())));
    evidence.add("a driver made it for volume " + volume);
    return verdict(target.subject(), evidence, former.doubtOfVolume(target.nas(), volume));
  }

  /** The volume that a driver made the target for; empty when no driver shows that it did. */
  private Optional<String> volumeOf(IscsiTarget target) {
    return target
        .alias()
        .flatMap(DriverTraces::trueNasCsiHandle)
        .filter(id -> !night.join().parents().clustersUnder(target.nas(), parent(id)).isEmpty())
        .or(() -> names.volumeOf(target));
  }

  private Optional<Verdict> judge(IscsiTargetExtent link) {
    if (targets.containsKey(new Id(link.nas(), link.target()))) {
      return Optional.empty();
    }
    return Optional.ofNullable(extents.get(new Id(link.nas(), link.extent())))
        .filter(this::madeByDriver)
        .map(
            extent ->
                verdict(
                    link.subject(),
                    List.of(
                        "target %d is not there".formatted(link.target()),
                        "it links extent " + extent.name()),
                    former.doubtOfVolume(extent.nas(), extent.dataset().orElse(""))));
  }

  private Verdict verdict(Subject subject, List<String> evidence, Optional<Gap> doubt) {
    return night.verdict(
        new Candidate(code(), subject, OptionalLong.of(0), evidence, Optional.empty()),
        doubt.or(
            () ->
                night.completeness().failure(subject.source(), List.of(ObjectKind.ISCSI_SESSION))));
  }
}
