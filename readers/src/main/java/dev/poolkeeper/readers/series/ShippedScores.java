package dev.poolkeeper.readers.series;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.poolkeeper.processors.growth.calibration.ScoreGroup;
import dev.poolkeeper.processors.growth.calibration.ScoreTable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The table of scores that is shipped: {@code group,bucket} and one column per quantile. The lines
 * above its header say how it was made.
 */
public final class ShippedScores {

  private static final String RESOURCE = "forecast-scores.csv";

  private ShippedScores() {}

  public static ScoreTable read() {
    List<ScoreTable.Line> lines = new ArrayList<>();
    try (InputStream resource =
            Objects.requireNonNull(ShippedScores.class.getResourceAsStream(RESOURCE), RESOURCE);
        BufferedReader reader = new BufferedReader(new InputStreamReader(resource, UTF_8))) {
      reader
          .lines()
          .filter(line -> !line.startsWith("#") && !line.startsWith("group"))
          .map(ShippedScores::line)
          .forEach(lines::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ScoreTable.of(lines);
  }

  private static ScoreTable.Line line(String text) {
    String[] fields = text.split(",", -1);
    List<Double> scores = new ArrayList<>();
    for (int i = 2; i < fields.length; i++) {
      scores.add(Double.valueOf(fields[i]));
    }
    return new ScoreTable.Line(ScoreGroup.valueOf(fields[0]), Integer.parseInt(fields[1]), scores);
  }
}
