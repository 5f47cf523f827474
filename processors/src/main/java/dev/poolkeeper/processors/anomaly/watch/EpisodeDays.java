package dev.poolkeeper.processors.anomaly.watch;

import dev.poolkeeper.processors.anomaly.RunningEpisode;
import java.time.LocalDate;

/**
 * A running episode by date: what one night leaves to the next so that only new days need judging.
 *
 * @param beganOn first night over its threshold
 * @param lastOverOn newest one
 * @param alarmed how many times its threshold it scored when it last alarmed, or what it shares its
 *     episode with did
 */
public record EpisodeDays(LocalDate beganOn, LocalDate lastOverOn, double alarmed) {

  static EpisodeDays of(RunningEpisode episode, long firstDay) {
    return new EpisodeDays(
        LocalDate.ofEpochDay(firstDay + episode.began()),
        LocalDate.ofEpochDay(firstDay + episode.lastOver()),
        episode.alarmed());
  }

  RunningEpisode from(long firstDay) {
    return new RunningEpisode(
        (int) (beganOn.toEpochDay() - firstDay),
        (int) (lastOverOn.toEpochDay() - firstDay),
        alarmed);
  }
}
