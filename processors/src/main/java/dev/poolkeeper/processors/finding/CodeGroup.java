package dev.poolkeeper.processors.finding;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The codes a rule of the configuration is for, as they were written: {@code PK102}, or all of a
 * block as {@code 1xx} or {@code PK1xx}.
 *
 * @param words as written
 * @param codes what they stand for, in the catalogue's order
 */
public record CodeGroup(List<String> words, Set<FindingCode> codes) {

  public CodeGroup {
    requireNonNull(words, "words");
    words = List.copyOf(words);
    codes = Set.copyOf(codes);
  }

  public static CodeGroup of(FindingCode... codes) {
    return new CodeGroup(Arrays.stream(codes).map(FindingCode::code).toList(), Set.of(codes));
  }

  /** The codes of these words; empty when one of them names none. */
  public static Optional<CodeGroup> parse(List<String> words) {
    Set<FindingCode> codes = new TreeSet<>();
    for (String word : words) {
      Set<FindingCode> named = named(word);
      if (named.isEmpty()) {
        return Optional.empty();
      }
      codes.addAll(named);
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(new CodeGroup(words, codes));
  }

  private static Set<FindingCode> named(String word) {
    String block = word.toLowerCase(Locale.ROOT).replaceFirst("^pk", "");
    if (block.matches("[1-9]xx")) {
      return Arrays.stream(FindingCode.values())
          .filter(code -> code.code().charAt(2) == block.charAt(0))
          .collect(Collectors.toSet());
    }
    return FindingCode.parse(word).map(Set::of).orElse(Set.of());
  }

  public boolean contains(FindingCode code) {
    return codes.contains(code);
  }

  /** Whether it is written as a block and not code by code. */
  public boolean block() {
    return words.stream().anyMatch(word -> word.toLowerCase(Locale.ROOT).endsWith("xx"));
  }

  @Override
  public String toString() {
    return String.join(", ", words);
  }
}
