package dev.poolkeeper.tests.growth;

import static dev.poolkeeper.tests.growth.SeriesLedger.NIGHT;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What long ago nights left of snapshots, copies and proposals. */
final class OldNights {

  /** A row of each table that has some of every night. */
  private static final List<String> NIGHTS =
      List.of(
          "dataset_retention values (:night, 'd', '{}', 0, 0, 0, 0, 0, 0, 0, 0, '{}', 0, null,"
              + " '{}', 0, 0, 0, 0)",
          "task_retention values (:night, 't', '', true, 0, 0, 0, null, '{}', '{}')",
          "promise values (:night, 'task', 't', '', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, null, 0, 0, 0, 0,"
              + " 0, '{}')",
          "protection (run_on, claim, verdict, on_snapshots, on_elsewhere, reason, asked, asked_by,"
              + " tasks, routes) values (:night, 'c', 'late', 'late', 'late', '', true, '', '{}',"
              + " '{}')",
          "protection_night values (:night, 'n', 0, 0, 0, 0, 0)",
          "snapshot_holding values (:night, 's', 'pool', 0, 0)",
          "proposal_night select :night, proposal_id, 'done', 'destroy', 'manual', plan_hash, 1,"
              + " '{}' from ledger.proposal",
          "proposal_review values (:night, 0, 0, 0, '{}')");

  private OldNights() {}

  /** What steps found on a night that is too old, and on one that is not. */
  static void write(JdbcClient sql) {
    proposal(sql);
    for (int back : new int[] {801, 800}) {
      for (String rows : NIGHTS) {
        sql.sql("insert into ledger." + rows).param("night", NIGHT.minusDays(back)).update();
      }
    }
  }

  /** One that ended long ago. */
  private static void proposal(JdbcClient sql) {
    sql.sql(
            """
            with proposal as (
                insert into ledger.proposal (code, subject, state, stage, since, mode, plan, plan_hash,
                    approvals)
                values ('PK102', 'd', 'done', 'destroy', :then, 'manual', '{}', :hash, '[]')
                returning proposal_id
            )
            insert into ledger.proposal_event
            select proposal_id, 1, :then, 'a', 'command', 'running', 'done', 'destroy', :hash, ''
            from proposal
            """)
        .param("then", NIGHT.minusDays(900))
        .param("hash", "ab".repeat(32))
        .update();
  }
}
