package dev.poolkeeper.readers.ledger;

import dev.poolkeeper.processors.finding.MatchKey;
import dev.poolkeeper.processors.finding.SubjectFacts;
import dev.poolkeeper.processors.inventory.Subject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whom findings concern, and what names there are beside theirs. */
public final class FindingScopeReader {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  public FindingScopeReader(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** What is known of the subjects of a night's findings, by fingerprint. */
  public Map<String, SubjectFacts> ofNight(LocalDate night) {
    Map<String, SubjectFacts> scopes = new HashMap<>();
    RowCallbackHandler handler =
        row ->
            scopes.put(
                row.getString("fingerprint"),
                facts(row.getString("subject"), row.getString("facts")));
    jdbc.sql(
            """
            select finding.fingerprint, finding.subject, scope.facts::text as facts
            from mart.finding
            join mart.finding_scope as scope using (fingerprint)
            where finding.run_on = :night
            """)
        .param("night", night)
        .query(handler);
    return scopes;
  }

  /** Subjects of all objects that were ever seen, but for single ZFS snapshots. */
  public List<String> knownNames() {
    return jdbc.sql("select subject from mart.known_name").query(String.class).list();
  }

  private SubjectFacts facts(String subject, String text) {
    Map<MatchKey, Set<String>> values = new EnumMap<>(MatchKey.class);
    JsonNode known = json.readTree(text);
    Arrays.stream(MatchKey.values())
        .filter(key -> known.has(key.word()))
        .forEach(key -> values.put(key, words(known.path(key.word()))));
    return new SubjectFacts(values).and(SubjectFacts.of(Subject.parse(subject)));
  }

  private static Set<String> words(JsonNode list) {
    Set<String> words = new LinkedHashSet<>();
    list.forEach(word -> words.add(word.asString()));
    return words;
  }
}
