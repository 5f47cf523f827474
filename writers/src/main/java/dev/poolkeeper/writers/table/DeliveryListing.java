package dev.poolkeeper.writers.table;

import static dev.poolkeeper.writers.table.Column.name;
import static dev.poolkeeper.writers.table.Column.number;
import static dev.poolkeeper.writers.table.Column.sentence;
import static dev.poolkeeper.writers.table.Column.whole;
import static dev.poolkeeper.writers.table.Column.word;

import dev.poolkeeper.processors.report.DeliveryLine;
import dev.poolkeeper.writers.text.CountText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The list of what was sent where. */
public final class DeliveryListing {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private DeliveryListing() {}

  public static Listing<DeliveryLine> of(List<DeliveryLine> rows) {
    return new Listing<>(
        "Deliveries",
        DeliveryLine.class,
        rows,
        List.of(
            whole("NIGHT", 1, line -> line.night().toString()),
            name("RECIPIENT", 1, DeliveryLine::recipient),
            word("STATE", 1, DeliveryLine::state),
            sentence("WHY", 2, DeliveryLine::reason),
            name("JOB", 3, DeliveryLine::job),
            number("TRIES", 4, line -> Integer.toString(line.attempts())),
            whole("LAST TRY", 5, line -> minute(line.attemptedAt())),
            whole("NEXT TRY", 6, DeliveryListing::next),
            name("CHANNEL", 7, DeliveryLine::channel),
            word("VERDICT", 8, DeliveryLine::verdict),
            number("REVISION", 9, line -> Integer.toString(line.revision()))),
        summary(rows),
        "Nothing was to be sent. Mails are set up under poolkeeper.mail: docs/mail.md.");
  }

  private static String next(DeliveryLine line) {
    if (!line.state().equals("waiting")) {
      return "-";
    }
    return line.nextAttemptAt().map(MINUTE::format).orElse("next run");
  }

  private static String minute(Optional<Instant> at) {
    return at.map(MINUTE::format).orElse("-");
  }

  private static String summary(List<DeliveryLine> rows) {
    Map<String, Integer> states = new TreeMap<>();
    rows.forEach(row -> states.merge(row.state(), 1, Integer::sum));
    return CountText.of(rows.size(), "delivery", "deliveries")
        + states.entrySet().stream()
            .map(entry -> ", %s %s".formatted(CountText.of(entry.getValue()), entry.getKey()))
            .reduce("", String::concat);
  }
}
