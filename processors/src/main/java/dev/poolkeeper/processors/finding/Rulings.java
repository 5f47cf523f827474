package dev.poolkeeper.processors.finding;

import dev.poolkeeper.processors.inventory.Subject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rulings of one night; a finding without one is as the catalogue says. */
public final class Rulings {

  /** One ruling and what it is about. */
  public record Entry(FindingCode code, Subject subject, Ruling ruling) {}

  public static final Rulings NONE = new Rulings(List.of());

  private record Key(FindingCode code, Subject subject) {}

  private final Map<Key, Ruling> rulings = new HashMap<>();

  public Rulings(List<Entry> entries) {
    entries.forEach(e -> rulings.put(new Key(e.code(), e.subject()), e.ruling()));
  }

  public Ruling of(FindingCode code, Subject subject) {
    return rulings.getOrDefault(new Key(code, subject), Ruling.NONE);
  }

  /** All of them, by code and subject. */
  public List<Entry> entries() {
    return rulings.entrySet().stream()
        .map(e -> new Entry(e.getKey().code(), e.getKey().subject(), e.getValue()))
        .sorted(Comparator.comparing(Entry::code).thenComparing(Entry::subject))
        .toList();
  }

  /** How many findings an exception of the configuration covers. */
  public int coveredBy(int exception) {
    return (int) covered(exception).count();
  }

  /** How many findings it covers that no exception leaves alone any more. */
  public int backFrom(int exception) {
    return (int) covered(exception).filter(ruling -> ruling.exemption().isEmpty()).count();
  }

  private Stream<Ruling> covered(int exception) {
    return rulings.values().stream().filter(ruling -> ruling.exceptions().contains(exception));
  }
}
