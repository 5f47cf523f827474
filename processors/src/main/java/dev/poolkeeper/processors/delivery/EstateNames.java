package dev.poolkeeper.processors.delivery;

import dev.poolkeeper.processors.inventory.ObjectKind;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Every name there is or was, to tell whether a sentence speaks of what is not somebody's own. It
 * rather takes a common word for a name than miss one: a sentence too many is kept back. What all
 * have in common is nobody's: pools, the datasets that others lie in, classes, drivers, nodes.
 */
public final class EstateNames {

  /** What may be part of a name; anything else ends it. */
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}._@:/#=-]+");

  private static final Pattern PARTS = Pattern.compile("[/@#:=]+");
  private static final Pattern PUNCTUATION = Pattern.compile("^[.:=]+|[.:=]+$");

  private static final Set<ObjectKind> IN_COMMON =
      Set.of(
          ObjectKind.POOL,
          ObjectKind.STORAGE_CLASS,
          ObjectKind.VOLUME_SNAPSHOT_CLASS,
          ObjectKind.CSI_DRIVER,
          ObjectKind.CSI_NODE,
          ObjectKind.NODE);

  private final Set<String> names = new HashSet<>();

  /** Names that no word of a sentence can be, as they have blanks or signs in them. */
  private final Set<String> odd = new HashSet<>();

  /** Paths of datasets that others lie in, and their last parts. */
  private final Set<String> containers = new HashSet<>();

  /**
   * @param subjects as lists write them; the clusters of namespaces count as names too
   */
  public EstateNames(Collection<String> subjects) {
    for (String subject : subjects) {
      String[] parts = folded(subject).split("/", 3);
      if (parts.length == 3 && parts[1].equals(ObjectKind.DATASET.plural())) {
        contain(parts[2]);
      }
    }
    subjects.forEach(subject -> add(folded(subject)));
  }

  private void contain(String path) {
    int slash = path.lastIndexOf('/');
    if (slash > 0 && containers.add(path.substring(0, slash))) {
      containers.add(last(path.substring(0, slash)));
      contain(path.substring(0, slash));
    }
  }

  private void add(String subject) {
    String[] parts = subject.split("/", 3);
    if (parts.length < 3) {
      return;
    }
    Optional<ObjectKind> kind = ObjectKind.named(parts[1]);
    if (kind.filter(IN_COMMON::contains).isPresent()) {
      return;
    }
    if (kind.filter(ObjectKind.NAMESPACE::equals).isPresent()) {
      name(parts[0]);
    }
    if (kind.filter(ObjectKind.DATASET::equals).isPresent()) {
      if (!containers.contains(parts[2])) {
        name(parts[2]);
        name(last(parts[2]));
      }
      return;
    }
    name(parts[2]);
    PARTS.splitAsStream(parts[2]).forEach(this::name);
  }

  private void name(String name) {
    if (BETWEEN.matcher(name).find()) {
      odd.add(name);
    } else if (!name.isEmpty() && !containers.contains(name)) {
      names.add(name);
    }
  }

  /**
   * Whether a sentence names anything but what is allowed.
   *
   * @param own subjects, names, paths; their parts are allowed too
   */
  public boolean othersIn(String sentence, Collection<String> own) {
    Set<String> allowed = new HashSet<>();
    for (String text : own) {
      allowed.add(folded(text));
      allowed.addAll(List.of(PARTS.split(folded(text))));
    }
    String folded = folded(sentence);
    return odd.stream().anyMatch(name -> folded.contains(name) && !allowed.contains(name))
        || BETWEEN
            .splitAsStream(folded)
            .map(word -> PUNCTUATION.matcher(word).replaceAll(""))
            .anyMatch(word -> foreign(word, allowed));
  }

  private boolean foreign(String word, Set<String> allowed) {
    if (word.isEmpty() || allowed.contains(word)) {
      return false;
    }
    List<String> parts = List.of(PARTS.split(word));
    int plural =
        IntStream.range(1, Math.max(1, parts.size()))
            .filter(at -> ObjectKind.named(parts.get(at)).isPresent())
            .findFirst()
            .orElse(-1);
    if (plural > 0 && plural + 1 < parts.size()) {
      return foreignSubject(
          ObjectKind.named(parts.get(plural)).orElseThrow(), word, parts, plural, allowed);
    }
    return (names.contains(word) && !allowed.contains(last(word)))
        || parts.stream().anyMatch(part -> names.contains(part) && !allowed.contains(part));
  }

  /** A subject is foreign unless it is known to be theirs, also one that nobody ever saw. */
  private boolean foreignSubject(
      ObjectKind kind, String word, List<String> parts, int plural, Set<String> allowed) {
    if (IN_COMMON.contains(kind)) {
      return false;
    }
    boolean path = kind == ObjectKind.DATASET || kind == ObjectKind.ZFS_SNAPSHOT;
    if (path) {
      String leaf = last(word.split("@", 2)[0]);
      return !allowed.contains(leaf) && !containers.contains(leaf);
    }
    return parts.subList(plural + 1, parts.size()).stream()
        .anyMatch(part -> !allowed.contains(part));
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
