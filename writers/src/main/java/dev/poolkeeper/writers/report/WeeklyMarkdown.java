package dev.poolkeeper.writers.report;

import dev.poolkeeper.writers.report.NightlyPage.Count;
import dev.poolkeeper.writers.report.NightlyPage.Tag;
import dev.poolkeeper.writers.report.WeeklyPage.Growth;
import dev.poolkeeper.writers.report.WeeklyPage.Pool;
import dev.poolkeeper.writers.report.WeeklyPage.PoolScenarios;
import dev.poolkeeper.writers.report.WeeklyPage.Share;
import java.util.List;

/** The weekly page for tickets, wikis and chat: the same texts in the same order, no charts. */
final class WeeklyMarkdown {

  private WeeklyMarkdown() {}

  static String of(WeeklyPage page) {
    MarkdownPage text = new MarkdownPage();
    top(page, text);
    pools(page, text);
    resting(page, text);
    text.heading(2, "Who made them grow");
    page.growth().forEach(growth -> growth(growth, text));
    text.heading(2, "What if");
    page.scenarios().forEach(scenarios -> scenarios(scenarios, text));
    backtest(page, text);
    text.heading(2, "Policy in force")
        .table(List.of("Setting", "Value"), NightlyMarkdown.settings(page.policy()));
    text.paragraph(
        "poolkeeper %s. How each number is computed stands at the end of weekly-capacity.html; the"
                .formatted(page.version())
            + " same values as data are in weekly-capacity.json.");
    return text.toString();
  }

  private static String word(Tag tag) {
    return tag.mark() + " " + tag.word();
  }

  private static void top(WeeklyPage page, MarkdownPage text) {
    if (page.demo()) {
      text.strong("DEMO DATA: every name and number in this report is made up.");
    }
    text.heading(
        1, "Capacity of TrueNAS behind Kubernetes, as of the night of " + page.night().date());
    text.strong(word(page.verdict().tag()) + ": " + page.verdict().sentence());
    text.paragraph("Captured %s.".formatted(page.night().captured()));
    text.table(
        List.of("", "", ""),
        page.figures().stream()
            .map((Count figure) -> List.of(figure.label(), figure.count(), figure.meaning()))
            .toList());
    text.bullets(page.headlines());
  }

  private static void pools(WeeklyPage page, MarkdownPage text) {
    text.heading(2, "How long there is room");
    if (page.pools().isEmpty()) {
      text.paragraph("No pool was read.");
    }
    for (Pool pool : page.pools()) {
      text.heading(3, pool.subject());
      text.paragraph("%s; %s; %s.".formatted(word(pool.rating()), pool.full(), pool.growth()));
      text.table(
          List.of("Level", "80 %", ""),
          pool.levels().stream()
              .map(level -> List.of(level.name(), level.dates(), level.likely()))
              .toList());
      text.bullets(
          List.of(
              "Order by " + pool.orderBy(),
              "Full within "
                  + String.join(
                      ", ",
                      pool.chances().stream()
                          .map(chance -> chance.within() + ": " + chance.probability())
                          .toList()),
              pool.reason()));
    }
  }

  private static void resting(WeeklyPage page, MarkdownPage text) {
    text.heading(2, "What rests on the pools");
    text.table(
        List.of("Name", "Kind", "Rating", ">Used", ">Grows", "Full (80 %)", "Order by"),
        page.resting().rows().stream()
            .map(
                row ->
                    List.of(
                        row.subject(),
                        row.kind(),
                        word(row.rating()),
                        row.used(),
                        row.growth(),
                        row.full(),
                        row.orderBy()))
            .toList());
    text.paragraph(page.resting().more());
  }

  private static void growth(Growth growth, MarkdownPage text) {
    text.heading(3, "%s: %s %s".formatted(growth.pool(), growth.change(), growth.window()));
    if (!growth.unknown().isEmpty()) {
      text.paragraph("Not known: " + growth.unknown() + ".");
      return;
    }
    shares("Namespace", growth.namespaces(), text);
    text.table(
        List.of("Snapshots by periodic task", ">Datasets", ">Change"),
        growth.snapshots().stream()
            .map(row -> List.of(row.tasks(), row.datasets(), row.bytes()))
            .toList());
    text.bullets(growth.remainderReasons().stream().map(reason -> "Remainder: " + reason).toList());
  }

  private static void shares(String of, List<Share> shares, MarkdownPage text) {
    text.table(
        List.of(of, ">Data", ">Snapshots", ">Reserved", ">Not split", ">Together"),
        shares.stream()
            .map(
                row ->
                    List.of(
                        row.name(),
                        row.data(),
                        row.snapshots(),
                        row.reserved(),
                        row.unsplit(),
                        row.bytes()))
            .toList());
  }

  private static void scenarios(PoolScenarios scenarios, MarkdownPage text) {
    text.heading(3, scenarios.pool());
    text.table(
        List.of("Scenario", "Assumption", "Full (80 %)", "Order by"),
        scenarios.rows().stream()
            .map(
                row ->
                    List.of(
                        row.name(),
                        row.assumption(),
                        row.likely().isEmpty() ? row.full() : row.full() + ", " + row.likely(),
                        row.orderBy()))
            .toList());
  }

  private static void backtest(WeeklyPage page, MarkdownPage text) {
    text.heading(2, "How right we were");
    if (!page.backtest().missing().isEmpty()) {
      text.paragraph("Of 30-day forecasts nothing can be said: " + page.backtest().missing() + ".");
    }
    text.table(
        List.of("Ahead", "Of", ">Forecasts", ">Median error", ">80 % band held", ">95 % band held"),
        page.backtest().rows().stream()
            .map(
                row ->
                    List.of(
                        row.ahead(),
                        row.kind(),
                        row.forecasts(),
                        row.error(),
                        row.held80(),
                        row.held95()))
            .toList());
  }
}
