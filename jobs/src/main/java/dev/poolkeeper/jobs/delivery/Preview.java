package dev.poolkeeper.jobs.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.poolkeeper.jobs.NightlyJob;
import dev.poolkeeper.jobs.configuration.Configuration;
import dev.poolkeeper.processors.delivery.OutboxItem;
import dev.poolkeeper.processors.finding.Finding;
import dev.poolkeeper.processors.proposal.ProposalOnFile;
import dev.poolkeeper.readers.ledger.FindingReader;
import dev.poolkeeper.readers.ledger.FindingScopeReader;
import dev.poolkeeper.readers.ledger.OutboxReader;
import dev.poolkeeper.readers.ledger.ProposalReader;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * What channels would be sent now, if the last night were to be told: everything is written down
 * and made as in a run, in one transaction that is taken back. Nothing is sent.
 */
public final class Preview {

  private final DataSource ledger;
  private final Configuration configuration;
  private final Clock clock;
  private final JsonMapper json = new JsonMapper();

  public Preview(DataSource ledger, Configuration configuration, Clock clock) {
    this.ledger = ledger;
    this.configuration = configuration;
    this.clock = clock;
  }

  /**
   * One thing that would be sent.
   *
   * @param channel {@code tickets (jira)}
   * @param what what would be told, in a word or two
   * @param topic of what
   * @param body what would be sent, or why it cannot be made
   */
  public record Sheet(String channel, String what, String topic, String body) {}

  /**
   * @param run the last night's
   */
  public List<Sheet> of(long run, LocalDate night, Place place) {
    List<Sheet> sheets = new ArrayList<>();
    new TransactionTemplate(new JdbcTransactionManager(ledger))
        .executeWithoutResult(
            status -> {
              status.setRollbackOnly();
              JdbcClient jdbc = JdbcClient.create(ledger);
              want(jdbc, new Order(NightlyJob.NAME, run, night, Telling.ONCE));
              new ChannelRoom(
                      configuration.channels(),
                      configuration.report().zone(),
                      new ChannelRoom.Ledger(jdbc, json),
                      clock,
                      Pause.REAL)
                  .make(place);
              OutboxReader outbox = new OutboxReader(jdbc);
              outbox.open().stream()
                  .filter(item -> !item.channel().equals(MailIntents.CHANNEL))
                  .map(item -> sheet(item, outbox.body(item.id())))
                  .forEach(sheets::add);
            });
    return sheets;
  }

  private void want(JdbcClient jdbc, Order order) {
    FindingReader findings = new FindingReader(jdbc);
    List<Finding> tonight = findings.ofNight(order.night());
    Intents intents = Intents.of(configuration, jdbc, json, clock);
    intents.nightly(
        order,
        new MailIntents.Told(
            tonight,
            findings.latestBefore(order.night()),
            new FindingScopeReader(jdbc, json).ofNight(order.night())));
    intents.proposals(
        order, new ProposalReader(jdbc).all().stream().map(ProposalOnFile::proposal).toList());
  }

  private static Sheet sheet(OutboxItem item, Optional<byte[]> body) {
    return new Sheet(
        "%s (%s)".formatted(item.recipient(), item.channel()),
        item.material(),
        item.topic(),
        body.map(bytes -> new String(bytes, UTF_8)).orElse(item.reason()));
  }
}
