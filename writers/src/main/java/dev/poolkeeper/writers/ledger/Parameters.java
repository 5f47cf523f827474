package dev.poolkeeper.writers.ledger;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Fills in the parameters of a statement one after the other; what is empty becomes null. */
final class Parameters {

  private final PreparedStatement statement;
  private int place;

  Parameters(PreparedStatement statement) {
    this.statement = statement;
  }

  Parameters text(String text) throws SQLException {
    statement.setString(++place, text);
    return this;
  }

  Parameters text(Optional<String> text) throws SQLException {
    statement.setString(++place, text.orElse(null));
    return this;
  }

  Parameters texts(List<String> texts) throws SQLException {
    statement.setArray(++place, statement.getConnection().createArrayOf("text", texts.toArray()));
    return this;
  }

  Parameters day(LocalDate day) throws SQLException {
    statement.setObject(++place, day);
    return this;
  }

  Parameters day(Optional<LocalDate> day) throws SQLException {
    statement.setObject(++place, day.orElse(null), Types.DATE);
    return this;
  }

  Parameters number(long number) throws SQLException {
    statement.setLong(++place, number);
    return this;
  }

  Parameters number(OptionalInt number) throws SQLException {
    statement.setObject(++place, number.isPresent() ? number.getAsInt() : null, Types.INTEGER);
    return this;
  }

  Parameters number(OptionalLong number) throws SQLException {
    statement.setObject(++place, number.isPresent() ? number.getAsLong() : null, Types.BIGINT);
    return this;
  }

  Parameters number(OptionalDouble number) throws SQLException {
    statement.setObject(++place, number.isPresent() ? number.getAsDouble() : null, Types.DOUBLE);
    return this;
  }

  Parameters flag(boolean flag) throws SQLException {
    statement.setBoolean(++place, flag);
    return this;
  }

  Parameters moment(Optional<Instant> moment) throws SQLException {
    statement.setObject(
        ++place,
        moment.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null),
        Types.TIMESTAMP_WITH_TIMEZONE);
    return this;
  }
}
