package dev.poolkeeper.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poolkeeper.processors.retention.policy.DatedSnapshot;
import dev.poolkeeper.processors.retention.policy.KeepRules;
import dev.poolkeeper.processors.retention.policy.Keeper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of docs/retention.md do what it says. */
class RetentionDocsTest {

  private static final Path DOCS = Path.of("..", "docs", "retention.md");
  private static final Instant EVENING = Instant.parse("2026-03-31T20:00:00Z");

  private static final Pattern EXAMPLE =
      Pattern.compile("^\\| `([^`]+)` \\| (2026-[-0-9, ]+) \\|$", Pattern.MULTILINE);

  private static final Pattern WORD = Pattern.compile("^\\| (`[^|]+`) \\| ", Pattern.MULTILINE);

  @Test
  void everyExampleLeavesWhatItSays() throws IOException {
    List<MatchResult> examples = EXAMPLE.matcher(Files.readString(DOCS)).results().toList();

    assertThat(examples).hasSizeGreaterThan(6);
    assertThat(examples)
        .allSatisfy(
            example ->
                assertThat(left(example.group(1)))
                    .as(example.group(1))
                    .isEqualTo(example.group(2).strip()));
  }

  private static String left(String keep) {
    List<DatedSnapshot> daily =
        LocalDate.of(2026, 1, 1)
            .datesUntil(LocalDate.of(2026, 4, 1))
            .map(day -> snapshot(day))
            .toList();
    return String.join(
        ", ",
        new Keeper(KeepRules.parse(keep).rules(), ZoneOffset.UTC)
            .split(daily, EVENING).kept().stream().map(kept -> kept.snapshot().name()).toList());
  }

  private static DatedSnapshot snapshot(LocalDate day) {
    return new DatedSnapshot(
        day.toString(), day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC), false);
  }

  @Test
  void everyWordOfTheGrammarIsUnderstood() throws IOException {
    String text = Files.readString(DOCS);
    String grammar = text.substring(text.indexOf("## The grammar"), text.indexOf("Lengths are"));
    List<String> words =
        WORD.matcher(grammar)
            .results()
            .flatMap(match -> Pattern.compile("`([^`]+)`").matcher(match.group(1)).results())
            .map(match -> match.group(1))
            .toList();

    assertThat(words).hasSizeGreaterThan(9);
    assertThat(words)
        .allSatisfy(
            word -> assertThat(KeepRules.parse(word + ", last 1").problems()).as(word).isEmpty());
  }
}
