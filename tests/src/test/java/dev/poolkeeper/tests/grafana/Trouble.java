package dev.poolkeeper.tests.grafana;

import java.util.List;

/** What alert rules are for, made in a ledger in which nothing of it is. */
enum Trouble {
  NIGHT_MISSED(
      "Nightly run missed",
      "update ledger.run set finished_at = now() - interval '27 hours' where job = 'nightly'"),
  POOL_CRITICAL(
      "Pool over critical",
      """
      update ledger.usage set available_bytes = used_bytes / 9
      where day = (select max(run_on) from mart.night) and object_id in (
          select object_id from ledger.object
          where kind = 'datasets' and subject = source || '/datasets/' || pool
      )
      """),
  WITHIN_LEAD_TIME(
      "Pool full within the lead time",
      """
      update ledger.forecast set order_by = run_on
      where run_on = (select max(run_on) from ledger.growth_night) and kind = 'pool' and order_by is not null
      """),
  INCOMPLETE_TWICE(
      "Inventory incomplete two nights in a row",
      """
      update ledger.run set status = 'incomplete'
      where job = 'nightly' and run_on in (select run_on from mart.night order by run_on desc limit 2)
      """),
  NOT_DELIVERED(
      "Delivery failed",
      """
      insert into ledger.outbox (idempotency_key, channel, recipient, topic, job, run_on, revision, material,
          state, reason, reference, attempts, created_at, closed_at)
      select 'key', 'mail', 'ops@example.com', 'report', 'nightly', max(run_on), 1, '', 'dead', 'refused', '', 3,
          now(), now()
      from mart.night
      """);

  /** Runs just now, of which only the newest night's forecast says that there is time enough. */
  static final List<String> HEALTHY =
      List.of(
          "update ledger.run set finished_at = now() - interval '25 hours' where job = 'nightly'",
          "update ledger.forecast set order_by = run_on + 1 where kind = 'pool' and order_by is not null");

  private final String title;
  private final String cause;

  Trouble(String title, String cause) {
    this.title = title;
    this.cause = cause;
  }

  String title() {
    return title;
  }

  String cause() {
    return cause;
  }
}
