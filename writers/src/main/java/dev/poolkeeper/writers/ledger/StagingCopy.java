package dev.poolkeeper.writers.ledger;

import dev.poolkeeper.processors.inventory.InventoryObject;
import dev.poolkeeper.processors.inventory.InventorySink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import tools.jackson.databind.json.JsonMapper;

/**
 * One part on its way into staging, by COPY. While it is open its connection can do nothing else.
 */
final class StagingCopy implements InventorySink, AutoCloseable {

  private static final String COPY =
      "copy staging.object (run_id, source, kind, subject, attributes, usage, by_name) from stdin";

  private final Connection connection;
  private final StagedPart part;
  private final JsonMapper json;
  private final CopyText row = new CopyText();
  private CopyIn copy;
  private long byName;

  /** Begins the part anew: what was staged of it before is gone. */
  StagingCopy(Connection connection, StagedPart part, JsonMapper json) throws SQLException {
    this.connection = connection;
    this.part = part;
    this.json = json;
    delete(connection, part);
    this.copy = begin(connection);
  }

  @Override
  public void accept(InventoryObject object) {
    write(object, false);
  }

  @Override
  public void acceptByName(InventoryObject object) {
    byName++;
    write(object, true);
  }

  @Override
  public void startOver() {
    try {
      // cancelling the COPY would abort the transaction with all parts before this one
      copy.endCopy();
      delete(connection, part);
      copy = begin(connection);
      byName = 0;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  void end() throws SQLException {
    copy.endCopy();
  }

  /** How many objects were told by their name only. */
  long byName() {
    return byName;
  }

  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }

  private void write(InventoryObject object, boolean nameOnly) {
    StagedObject staged = StagedObject.of(object, json);
    byte[] line =
        row.column(Long.toString(part.runId()))
            .column(part.source())
            .column(part.kind().plural())
            .column(staged.subject())
            .json(staged.attributes())
            .json(staged.usage())
            .column(nameOnly ? "t" : "f")
            .end();
    try {
      copy.writeToCopy(line, 0, line.length);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static CopyIn begin(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
  }

  private static void delete(Connection connection, StagedPart part) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "delete from staging.object where run_id = ? and source = ? and kind = ?")) {
      statement.setLong(1, part.runId());
      statement.setString(2, part.source());
      statement.setString(3, part.kind().plural());
      statement.executeUpdate();
    }
  }

  private static UncheckedIOException failed(SQLException e) {
    return new UncheckedIOException(new IOException("COPY into staging failed", e));
  }
}
