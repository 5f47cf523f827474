package dev.poolkeeper.jobs.command;

import dev.poolkeeper.jobs.ExitCode;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.jobs.delivery.Place;
import dev.poolkeeper.jobs.delivery.Preview;
import dev.poolkeeper.jobs.ledger.LedgerStore;
import dev.poolkeeper.readers.ledger.Marts;
import dev.poolkeeper.writers.text.CountText;
import dev.poolkeeper.writers.text.VisibleText;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code poolkeeper deliveries preview}. */
@Command(
    name = "preview",
    description =
        "Show what channels would be sent of the last night, and of what still waits. Nothing is sent.",
    mixinStandardHelpOptions = true)
final class DeliveriesPreviewCommand implements Callable<Integer> {

  private static final JsonMapper JSON = new JsonMapper();

  private final Session session;
  @Mixin private LedgerOptions ledgerOptions = new LedgerOptions();

  @Option(names = "--channel", paramLabel = "NAME", description = "Only this one.")
  private @Nullable String only;

  DeliveriesPreviewCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Configuration configuration = ledgerOptions.mailingConfiguration(session);
    try (LedgerStore ledger = session.ledger(configuration, ledgerOptions.demo())) {
      Marts marts = new Marts(JdbcClient.create(ledger.dataSource()), new JsonMapper());
      LocalDate night = marts.lastNight().orElseThrow(NothingToShow::emptyLedger);
      List<Preview.Sheet> sheets =
          new Preview(ledger.dataSource(), configuration, session.clock())
                  .of(
                      marts.runOf(night),
                      night,
                      new Place(Path.of("out"), ledgerOptions.demo(), session.version()))
                  .stream()
                  .filter(sheet -> only == null || sheet.channel().startsWith(only + " "))
                  .toList();
      PrintStream out = session.terminal().out();
      if (ledgerOptions.demo()) {
        out.println("DEMO DATA: everything below is made up.");
      }
      sheets.forEach(sheet -> print(sheet, out));
      out.printf(
          "%s would be sent for %s%n", CountText.of(sheets.size(), "notice", "notices"), night);
      return ExitCode.DONE;
    }
  }

  private static void print(Preview.Sheet sheet, PrintStream out) {
    out.println(
        VisibleText.of("%s, %s: %s".formatted(sheet.channel(), sheet.what(), sheet.topic())));
    readable(sheet.body()).lines().map(VisibleText::of).forEach(line -> out.println("  " + line));
    out.println();
  }

  /** JSON in lines, anything else as it is. */
  private static String readable(String body) {
    try {
      return JSON.readTree(body).toPrettyString();
    } catch (JacksonException noJson) {
      return body;
    }
  }
}
