package dev.poolkeeper.processors.judge;

import dev.poolkeeper.processors.finding.FindingCode;
import dev.poolkeeper.processors.finding.Gap;
import dev.poolkeeper.processors.finding.Judgements;
import dev.poolkeeper.processors.finding.Verdict.Candidate;
import dev.poolkeeper.processors.finding.Verdict.Undecided;
import dev.poolkeeper.processors.inventory.Subject;
import dev.poolkeeper.processors.orphan.Completeness;
import dev.poolkeeper.processors.orphan.Night;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says what a night would have reported had it been believed.
 *
 * <p>For parts that a guard holds, the night is judged a second time without the guard; what is new
 * in that is withheld. For parts that are incomplete no such thing can be known: withheld is what
 * looks like a finding as far as was seen. What somebody opted out or excepted is left out. Pure.
 */
public final class WithheldVerdicts {

  private record Key(FindingCode code, Gap gap) {}

  private WithheldVerdicts() {}

  /**
   * @param judgements those of the night as it is
   * @param held reason by part that the guard distrusts
   * @param judge judges a night, with all that is remembered and forecast
   * @param excepted whether the configuration leaves it alone
   * @return by part and code
   */
  public static List<Withheld> of(
      Night night,
      Judgements judgements,
      Map<String, String> held,
      Function<Night, Judgements> judge,
      BiPredicate<FindingCode, Subject> excepted) {
    Map<Key, Set<Subject>> subjects = new TreeMap<>(order());
    for (Undecided undecided : judgements.undecided()) {
      if (undecided.gap().kind() == Gap.Kind.INCOMPLETE) {
        add(subjects, undecided.code(), undecided.gap(), undecided.subject());
      }
    }
    if (!held.isEmpty()) {
      Gap first = first(held);
      for (Candidate candidate : believed(night, judgements, judge)) {
        Gap gap =
            judgements
                .gap(candidate.code(), candidate.subject())
                .filter(g -> g.kind() == Gap.Kind.HELD)
                .orElse(first);
        add(subjects, candidate.code(), gap, candidate.subject());
      }
    }
    List<Withheld> withheld = new ArrayList<>();
    subjects.forEach(
        (key, all) -> {
          List<Subject> left = all.stream().filter(s -> !excepted.test(key.code(), s)).toList();
          if (!left.isEmpty()) {
            withheld.add(new Withheld(key.code(), key.gap(), left));
          }
        });
    return withheld;
  }

  /** What the second judgement says and the first does not. */
  private static List<Candidate> believed(
      Night night, Judgements judgements, Function<Night, Judgements> judge) {
    Night trusting =
        new Night(
            night.inventory(),
            night.join(),
            new Completeness(night.inventory(), Map.of()),
            night.policy());
    Set<String> said =
        judgements.candidates().stream()
            .map(WithheldVerdicts::identity)
            .collect(Collectors.toCollection(HashSet::new));
    return judge.apply(trusting).candidates().stream()
        .filter(candidate -> !candidate.code().ofTheRun())
        .filter(candidate -> candidate.exemption().isEmpty())
        .filter(candidate -> !said.contains(identity(candidate)))
        .toList();
  }

  private static String identity(Candidate candidate) {
    return candidate.code().code() + ":" + candidate.subject();
  }

  private static Gap first(Map<String, String> held) {
    Map.Entry<String, String> first = new TreeMap<>(held).firstEntry();
    return new Gap(Gap.Kind.HELD, first.getKey(), first.getValue());
  }

  private static void add(
      Map<Key, Set<Subject>> subjects, FindingCode code, Gap gap, Subject subject) {
    subjects.computeIfAbsent(new Key(code, gap), key -> new TreeSet<>()).add(subject);
  }

  private static Comparator<Key> order() {
    return Comparator.comparing((Key key) -> key.gap().kind(), Comparator.reverseOrder())
        .thenComparing(key -> key.gap().part())
        .thenComparing(Key::code)
        .thenComparing(key -> key.gap().reason());
  }
}
