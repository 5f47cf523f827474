package dev.poolkeeper.readers.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.poolkeeper.processors.inventory.SpaceUsage;
import dev.poolkeeper.processors.report.PoolLine;
import dev.poolkeeper.processors.report.VolumeLine;
import dev.poolkeeper.processors.space.EstateSpace;
import dev.poolkeeper.processors.space.PinnedSnapshot;
import dev.poolkeeper.processors.space.Pins;
import dev.poolkeeper.processors.space.PoolShare;
import dev.poolkeeper.processors.space.PoolSpace;
import dev.poolkeeper.processors.space.Provisioning;
import dev.poolkeeper.processors.space.VolumeSpace;
import dev.poolkeeper.processors.space.VolumeSpace.Backing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The marts of space of one night: pools, volumes, and the snapshots that clones pin. */
public final class SpaceMarts {

  /**
   * A night's space, each list sorted by subject.
   *
   * @param estate the same as a report shows it
   */
  public record NightSpace(
      List<VolumeLine> volumeLines, List<PoolLine> poolLines, EstateSpace estate) {}

  private record Volume(VolumeLine.Identity identity, VolumeSpace space) {}

  private record Share(String pool, PoolShare share) {}

  private record Pool(
      String subject, PoolLine.Health health, OptionalLong usedBytes, OptionalLong availableBytes) {

    Measured measured(List<PoolShare> shares, List<VolumeSpace> volumes) {
      return new Measured(
          health,
          PoolSpace.of(subject, usedBytes, availableBytes, shares, Provisioning.of(volumes)));
    }
  }

  private record Measured(PoolLine.Health health, PoolSpace space) {}

  private final JdbcClient jdbc;

  public SpaceMarts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public NightSpace read(LocalDate night) {
    List<Volume> volumes = volumes(night);
    List<VolumeSpace> spaces = volumes.stream().map(Volume::space).toList();
    Map<String, List<PoolShare>> shares = shares(night);
    Map<String, List<VolumeSpace>> byPool =
        spaces.stream()
            .filter(volume -> volume.pool().isPresent())
            .collect(groupingBy(volume -> volume.pool().orElseThrow()));
    List<Measured> pools =
        pools(night).stream()
            .map(
                pool ->
                    pool.measured(
                        shares.getOrDefault(pool.subject(), List.of()),
                        byPool.getOrDefault(pool.subject(), List.of())))
            .toList();
    return new NightSpace(
        volumes.stream().map(v -> VolumeLine.of(v.identity(), v.space())).toList(),
        pools.stream().map(pool -> PoolLine.of(pool.health(), pool.space())).toList(),
        EstateSpace.of(
            pools.stream().map(Measured::space).toList(), spaces, pinned(night, spaces)));
  }

  private List<Volume> volumes(LocalDate night) {
    return jdbc.sql(
            """
            select subject, claim, driver, storage_class, phase, confidence, dataset,
                capacity_bytes, owned_dataset, pool, origin, limit_bytes, used_bytes,
                snapshot_bytes, children_bytes, reserved_bytes, referenced_bytes,
                pinned_snapshots, clones, pinned_unique_bytes, pinned_referenced_bytes
            from mart.volume_space where run_on = :night order by subject
            """)
        .param("night", night)
        .query((row, n) -> volume(row))
        .list();
  }

  private static Volume volume(ResultSet row) throws SQLException {
    VolumeLine.Identity identity =
        new VolumeLine.Identity(
            row.getString("driver"),
            Columns.text(row, "dataset"),
            row.getString("confidence"),
            Columns.bytes(row, "capacity_bytes"),
            row.getString("phase"),
            row.getString("storage_class"));
    String subject = row.getString("subject");
    Optional<String> claim = Columns.text(row, "claim");
    Optional<String> owned = Columns.text(row, "owned_dataset");
    VolumeSpace space =
        owned.isEmpty()
            ? VolumeSpace.unbacked(subject, claim)
            : VolumeSpace.of(subject, claim, identity.capacityBytes(), backing(owned.get(), row));
    return new Volume(identity, space);
  }

  private static Backing backing(String dataset, ResultSet row) throws SQLException {
    OptionalLong snapshotBytes = Columns.bytes(row, "snapshot_bytes");
    return new Backing(
        dataset,
        row.getString("pool"),
        new SpaceUsage(
            Columns.bytes(row, "used_bytes"),
            OptionalLong.empty(),
            Columns.bytes(row, "referenced_bytes"),
            snapshotBytes,
            Columns.bytes(row, "children_bytes"),
            Columns.bytes(row, "reserved_bytes"),
            Columns.bytes(row, "limit_bytes")),
        Columns.text(row, "origin"),
        Pins.of(
            row.getLong("pinned_snapshots"),
            row.getLong("clones"),
            Columns.bytes(row, "pinned_unique_bytes"),
            Columns.bytes(row, "pinned_referenced_bytes"),
            snapshotBytes));
  }

  private Map<String, List<PoolShare>> shares(LocalDate night) {
    return jdbc
        .sql(
            """
            select subject, category, clusters, datasets, unknown_datasets,
                own_bytes, data_bytes, snapshot_bytes, reserved_bytes
            from mart.pool_space where run_on = :night
            """)
        .param("night", night)
        .query((row, n) -> share(row))
        .list()
        .stream()
        .collect(groupingBy(Share::pool, mapping(Share::share, toList())));
  }

  private static Share share(ResultSet row) throws SQLException {
    return new Share(
        row.getString("subject"),
        new PoolShare(
            row.getString("category"),
            row.getString("clusters"),
            row.getLong("datasets"),
            row.getLong("unknown_datasets"),
            Columns.bytes(row, "own_bytes"),
            Columns.bytes(row, "data_bytes"),
            Columns.bytes(row, "snapshot_bytes"),
            Columns.bytes(row, "reserved_bytes")));
  }

  private List<Pool> pools(LocalDate night) {
    return jdbc.sql(
            """
            select subject, status, used_bytes, available_bytes, snapshot_bytes, raw_size_bytes,
                datasets, snapshots
            from mart.pool where run_on = :night order by subject
            """)
        .param("night", night)
        .query(
            (row, n) ->
                new Pool(
                    row.getString("subject"),
                    new PoolLine.Health(
                        row.getString("status"),
                        Columns.bytes(row, "snapshot_bytes"),
                        Columns.bytes(row, "raw_size_bytes"),
                        row.getLong("datasets"),
                        row.getLong("snapshots")),
                    Columns.bytes(row, "used_bytes"),
                    Columns.bytes(row, "available_bytes")))
        .list();
  }

  private List<PinnedSnapshot> pinned(LocalDate night, List<VolumeSpace> volumes) {
    Map<String, String> claims =
        volumes.stream()
            .filter(volume -> volume.dataset().isPresent() && volume.claim().isPresent())
            .collect(
                toMap(
                    volume -> volume.dataset().orElseThrow(),
                    volume -> volume.claim().orElseThrow(),
                    (one, other) -> one));
    return jdbc.sql(
            """
            select subject, dataset, clones, used_bytes, referenced_bytes, dataset_snapshot_bytes
            from mart.pinned_snapshot where run_on = :night order by subject
            """)
        .param("night", night)
        .query((row, n) -> pinned(row, claims))
        .list();
  }

  private static PinnedSnapshot pinned(ResultSet row, Map<String, String> claims)
      throws SQLException {
    List<PinnedSnapshot.Clone> clones =
        Columns.texts(row, "clones").stream()
            .map(clone -> new PinnedSnapshot.Clone(clone, Optional.ofNullable(claims.get(clone))))
            .toList();
    return new PinnedSnapshot(
        row.getString("subject"),
        Optional.ofNullable(claims.get(row.getString("dataset"))),
        clones,
        Pins.of(
            1,
            clones.size(),
            Columns.bytes(row, "used_bytes"),
            Columns.bytes(row, "referenced_bytes"),
            Columns.bytes(row, "dataset_snapshot_bytes")));
  }
}
