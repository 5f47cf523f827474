package dev.poolkeeper.jobs.configuration;

import dev.poolkeeper.processors.finding.Severity;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what all ticket systems are told in the same way. */
final class TicketKeys {

  private TicketKeys() {}

  /** Texts by {@code critical}, {@code warning}, {@code info}; some or none. */
  static Map<Severity, String> bySeverity(Values section, String key) {
    Map<Severity, String> all = new LinkedHashMap<>();
    map(section, key)
        .forEach(
            (word, text) -> {
              Optional<Severity> severity = Severity.named(word);
              if (severity.isEmpty()) {
                section.problem(key, word, "keys critical, warning and info");
              }
              severity.ifPresent(known -> all.put(known, text));
            });
    return all;
  }

  /** Texts by names of the other side. */
  static Map<String, String> map(Values section, String key) {
    Map<String, String> all = new LinkedHashMap<>();
    Values below = section.below(key);
    for (String name : below.keys()) {
      below.text(name).ifPresent(text -> all.put(name, text));
    }
    return all;
  }

  /** Who may decide, and how the ledger calls them; accounts and addresses in one. */
  static Map<String, String> people(Values section) {
    Map<String, String> all = new LinkedHashMap<>();
    for (Values person : section.sections("people", "account: ann@example.com")) {
      Optional<String> account = person.text("account");
      Optional<String> name = person.text("name");
      if (account.isEmpty()) {
        person.missing("account", "a mail address, or an account as the ticket system calls it");
      }
      if (name.isEmpty()) {
        person.missing("name", "what the ledger shall call them");
      }
      String key =
          account.map(text -> text.contains("@") ? text.toLowerCase(Locale.ROOT) : text).orElse("");
      if (name.isPresent() && all.putIfAbsent(key, name.get()) != null) {
        person.problem("account", key, "an account that is not listed before");
      }
    }
    return all;
  }
}
