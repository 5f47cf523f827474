package dev.poolkeeper.processors.retention.naming;

import dev.poolkeeper.processors.retention.Outcome;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The name that a task gives to its snapshots, and back to the time it was given at.
 *
 * <p>A strftime format. Reading is as strict as writing: of every name that can be read, writing
 * its time gives that name again. A format without a day cannot date anything and is refused.
 * Source: strftime(3); TrueNAS asks for year, month, day, hour and minute (or %s) in a naming
 * schema.
 */
public final class NamingSchema {

  private sealed interface Piece {
    record Text(String text) implements Piece {}

    record Field(NamePart part) implements Piece {}
  }

  private final String text;
  private final List<Piece> pieces;

  private NamingSchema(String text, List<Piece> pieces) {
    this.text = text;
    this.pieces = List.copyOf(pieces);
  }

  /** Why it cannot be used names the part that lacks or is not known. */
  public static Outcome<NamingSchema> parse(String format) {
    List<Piece> pieces = new ArrayList<>();
    Set<NamePart> parts = EnumSet.noneOf(NamePart.class);
    int at = 0;
    while (at < format.length()) {
      if (format.charAt(at) != '%') {
        pieces.add(new Piece.Text(format.substring(at, at + 1)));
        at++;
        continue;
      }
      String code = format.substring(at + 1, Math.min(at + 2, format.length()));
      at += 2;
      Optional<NamePart> part = NamePart.of(code);
      if (code.equals("%")) {
        pieces.add(new Piece.Text(code));
      } else if (part.isPresent()) {
        pieces.add(new Piece.Field(part.get()));
        parts.add(part.get());
      } else {
        return new Outcome.Unknown<>(
            "the naming schema '%s' has %%%s, which is not understood".formatted(format, code));
      }
    }
    return NamePart.lacking(parts)
        .<Outcome<NamingSchema>>map(
            lack ->
                new Outcome.Unknown<>(
                    format.isBlank()
                        ? "no naming schema is told"
                        : "the naming schema '%s' has no %s: its names tell no date"
                            .formatted(format, lack)))
        .orElseGet(() -> new Outcome.Known<>(new NamingSchema(format, pieces)));
  }

  /** The name given at a moment. */
  public String format(ZonedDateTime moment) {
    StringBuilder name = new StringBuilder();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Text literal) {
        name.append(literal.text());
      } else if (piece instanceof Piece.Field field) {
        name.append(field.part().format(moment));
      }
    }
    return name.toString();
  }

  /** Whether a name is one that this gives, in whatever zone. */
  public boolean fits(String name) {
    return read(name, ZoneOffset.UTC).known().isPresent();
  }

  /** The time a name tells; why not, when it tells none. */
  public Outcome<NamedTime> read(String name, ZoneId zone) {
    NameReading reading = new NameReading(name);
    for (Piece piece : pieces) {
      boolean fits =
          piece instanceof Piece.Text literal
              ? reading.skip(literal.text())
              : reading.take(((Piece.Field) piece).part());
      if (!fits) {
        return new Outcome.Unknown<>("it is not named as " + text);
      }
    }
    if (!reading.atEnd()) {
      return new Outcome.Unknown<>("it is not named as " + text);
    }
    try {
      NamedTime time = reading.time(zone);
      return format(reading.asWritten(time)).equals(name)
          ? new Outcome.Known<>(time)
          : new Outcome.Unknown<>(
              "its name tells a time that a clock change skipped, or parts that contradict each"
                  + " other, read as "
                  + text);
    } catch (DateTimeException noDate) {
      return new Outcome.Unknown<>("its name tells a date that does not exist, read as " + text);
    }
  }

  /**
   * When a name says that it was given.
   *
   * @param wall by the clock on the wall of the NAS
   * @param moment the same as a moment; of a time that comes twice the first
   */
  public record NamedTime(LocalDateTime wall, ZonedDateTime moment) {

    static NamedTime of(LocalDateTime wall, ZoneId zone) {
      return new NamedTime(wall, wall.atZone(zone));
    }

    static NamedTime of(LocalDateTime wall, ZoneOffset told, ZoneId zone) {
      ZonedDateTime moment = wall.atOffset(told).atZoneSameInstant(zone);
      return new NamedTime(moment.toLocalDateTime(), moment);
    }
  }

  /** As given. */
  @Override
  public String toString() {
    return text;
  }

  @Override
  public boolean equals(@org.jspecify.annotations.Nullable Object other) {
    return other instanceof NamingSchema schema && schema.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
