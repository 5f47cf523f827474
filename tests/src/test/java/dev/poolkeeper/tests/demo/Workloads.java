package dev.poolkeeper.tests.demo;

import dev.poolkeeper.tests.demo.Volume.Owner;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The applications of both clusters and the volumes they claimed over the last year and a half. */
final class Workloads {
  private static final Instant OLDEST = Instant.parse("2024-06-03T06:00:00Z");
  private static final Instant YOUNGEST = Instant.parse("2025-12-12T16:00:00Z");

  /** Namespace, application, kind of workload, storage profile, number of claims, GiB each. */
  private static final String TABLE =
      """
      payments   ledger-db      sts PROD_DB      3 80
      payments   card-vault-db  sts PROD_DB      3 40
      payments   kafka          sts PROD_BLOCK   5 100
      payments   receipts       dep PROD_GOLD    2 200
      payments   statements     dep PROD_GOLD    2 150
      gitlab     gitaly         sts PROD_BLOCK   3 250
      gitlab     postgresql     sts PROD_DB      2 60
      gitlab     redis          sts PROD_BLOCK   3 8
      gitlab     registry       dep PROD_GOLD    1 500
      gitlab     artifacts      dep PROD_NFS     4 300
      gitlab     runner-cache   dep PROD_NFS     8 50
      monitoring prometheus     sts PROD_BLOCK   4 200
      monitoring alertmanager   sts PROD_BLOCK   3 5
      monitoring loki           sts PROD_BLOCK   6 150
      monitoring grafana        dep PROD_NFS     1 10
      monitoring thanos-compact dep PROD_NFS     2 300
      media      player-config  dep PROD_NFS     1 20
      media      library        dep PROD_NFS     6 400
      media      transcode      dep PROD_NFS     4 100
      media      photos         dep PROD_GOLD    3 300
      shop       catalog-db     sts PROD_DB      3 60
      shop       orders-db      sts PROD_DB      3 80
      shop       search         sts PROD_BLOCK   6 120
      shop       uploads        dep PROD_GOLD    4 120
      shop       session-cache  sts PROD_BLOCK   3 4
      erp        filestore      dep PROD_NFS     3 80
      erp        erp-db         sts PROD_DB      2 50
      identity   keycloak-db    sts PROD_DB      3 20
      identity   ldap           sts PROD_NFS     3 5
      wiki       attachments    dep PROD_GOLD    4 100
      analytics  airflow-logs   dep PROD_NFS     4 60
      analytics  jupyter-home   dep PROD_NFS    24 20
      analytics  minio          sts PROD_NFS     8 300
      analytics  clickhouse     sts PROD_BLOCK   4 200
      analytics  metastore-db   sts PROD_DB      2 20
      mail       dovecot        sts PROD_NFS     6 200
      mail       postfix-spool  sts PROD_NFS     3 10
      build      maven-cache    dep PROD_NFS     5 40
      backup     restic         dep PROD_ARCHIVE 4 500
      records    invoices       dep PROD_ARCHIVE 6 250
      records    audit-log      dep PROD_ARCHIVE 5 150
      records    scans          dep PROD_ARCHIVE 4 300
      pos        till-db        sts EDGE_BLOCK   8 20
      pos        receipts       dep EDGE_FILES   8 10
      cctv       recorder       sts EDGE_FILES  10 400
      cctv       index          sts EDGE_BLOCK   4 30
      warehouse  scanner-spool  dep EDGE_FILES   6 15
      warehouse  stock-db       sts EDGE_BLOCK   3 40
      warehouse  labels         dep EDGE_NFS     6 20
      iot        mqtt           sts EDGE_BLOCK   3 10
      iot        influxdb       sts EDGE_BLOCK   3 120
      iot        firmware       dep EDGE_FILES   4 50
      signage    content        dep EDGE_NFS    12 80
      monitoring prometheus     sts EDGE_BLOCK   2 100
      monitoring loki           sts EDGE_NFS     3 150
      registry   mirror         sts EDGE_NFS     3 250
      kiosk      profile        dep EDGE_FILES  12 8
      """;

  private Workloads() {}

  static List<Volume> volumes() {
    return TABLE.lines().map(line -> line.split(" +")).flatMap(Workloads::volumesOf).toList();
  }

  private static Stream<Volume> volumesOf(String[] row) {
    StorageProfile profile = StorageProfile.valueOf(row[3]);
    boolean stateful = row[2].equals("sts");
    return IntStream.range(0, Integer.parseInt(row[4]))
        .mapToObj(
            ordinal -> {
              String claim =
                  stateful ? "data-" + row[1] + "-" + ordinal : row[1] + "-" + (ordinal + 1);
              String key = profile.cluster() + row[0] + claim;
              Instant created =
                  Instant.ofEpochSecond(
                      Draw.between(
                          "created/" + key, OLDEST.getEpochSecond(), YOUNGEST.getEpochSecond()));
              Volume volume =
                  new Volume(profile, row[0], claim, Long.parseLong(row[5]) * Volume.GIB, created);
              volume.owner =
                  stateful ? Owner.statefulSet(row[1], ordinal) : Owner.deployment(claim);
              return volume;
            });
  }
}
