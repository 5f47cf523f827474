package dev.poolkeeper.processors.delivery;

import dev.poolkeeper.processors.inventory.ObjectKind;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Every name there is or was, to tell whether a sentence speaks of what is not somebody's own. It
 * rather takes a common word for a name than miss one: a sentence too many is kept back.
 */
public final class EstateNames {

  /** What may be part of a name; anything else ends it. */
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}._@:/#=-]+");

  private static final Pattern PARTS = Pattern.compile("[/@#:=]+");
  private static final Pattern PUNCTUATION = Pattern.compile("^[.:=]+|[.:=]+$");

  private final Set<String> names = new HashSet<>();

  /** Names that no word of a sentence can be, as they have blanks or signs in them. */
  private final Set<String> odd = new HashSet<>();

  /**
   * @param subjects as lists write them; their sources count as names too
   */
  public EstateNames(Collection<String> subjects) {
    subjects.forEach(this::add);
  }

  private void add(String subject) {
    String[] parts = subject.split("/", 3);
    name(parts[0]);
    if (parts.length == 3) {
      name(parts[2]);
      for (String part : PARTS.split(parts[2])) {
        name(part);
      }
    }
  }

  private void name(String text) {
    String name = folded(text);
    if (BETWEEN.matcher(name).find()) {
      odd.add(name);
    } else if (!name.isEmpty()) {
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
    boolean subject =
        parts.size() > 2 && parts.stream().anyMatch(part -> ObjectKind.named(part).isPresent());
    return parts.stream()
        .filter(part -> !allowed.contains(part))
        .anyMatch(
            part ->
                subject
                    ? !part.isEmpty() && ObjectKind.named(part).isEmpty()
                    : names.contains(part) || names.contains(word));
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
