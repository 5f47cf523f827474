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
            name("TOPIC", 2, DeliveryLine::topic),
            word("STATE", 1, DeliveryLine::state),
            sentence("WHY", 3, DeliveryLine::reason),
            name("JOB", 4, DeliveryLine::job),
            number("TRIES", 5, line -> Integer.toString(line.attempts())),
            whole("LAST TRY", 6, line -> minute(line.attemptedAt())),
            whole("NEXT TRY", 7, DeliveryListing::next),
            name("CHANNEL", 8, DeliveryLine::channel),
            word("VERDICT", 9, DeliveryLine::verdict),
            number("REVISION", 10, line -> Integer.toString(line.revision()))),
        summary(rows),
        "Nothing was to be sent. Mails and channels are set up in poolkeeper.yaml: docs/mail.md, docs/channels.md.");
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
