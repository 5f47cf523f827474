package dev.poolkeeper.jobs.delivery;

import dev.poolkeeper.jobs.WeeklyCapacityJob;
import dev.poolkeeper.processors.delivery.NightDigest;
import dev.poolkeeper.processors.delivery.Origin;
import dev.poolkeeper.processors.delivery.OutboxItem;
import dev.poolkeeper.processors.delivery.WeekDigest;
import dev.poolkeeper.processors.report.NightlyReport;
import dev.poolkeeper.processors.report.NightlyReportAssembler;
import dev.poolkeeper.processors.report.WeeklyReport;
import dev.poolkeeper.processors.report.WeeklyReportAssembler;
import dev.poolkeeper.readers.ledger.NightFactsReader;
import dev.poolkeeper.readers.ledger.WeeklyFactsReader;
import dev.poolkeeper.writers.channel.ReportChannel;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Makes what channels are told of runs as a whole; each run is read once for all of them. */
final class DigestMaker {

  private final NightFactsReader nights;
  private final WeeklyFactsReader weeks;
  private final Place place;
  private final Map<LocalDate, NightlyReport> nightly = new HashMap<>();
  private final Map<Long, WeeklyReport> weekly = new HashMap<>();

  DigestMaker(JdbcClient jdbc, JsonMapper json, Place place) {
    this.nights = new NightFactsReader(jdbc, json);
    this.weeks = new WeeklyFactsReader(jdbc, json);
    this.place = place;
  }

  byte[] make(OutboxItem item, Origin origin, ReportChannel channel) {
    if (item.job().equals(WeeklyCapacityJob.NAME)) {
      long run = item.run().orElseThrow();
      WeeklyReport report =
          weekly.computeIfAbsent(
              run,
              id ->
                  new WeeklyReportAssembler().assemble(weeks.read(id, item.night(), place.demo())));
      return channel.make(new WeekDigest(origin, item.key(), item.revision(), report));
    }
    NightlyReport report =
        nightly.computeIfAbsent(
            item.night(),
            night -> new NightlyReportAssembler().assemble(nights.read(night, place.demo())));
    return channel.make(new NightDigest(origin, item.key(), item.revision(), report));
  }
}
