package dev.poolkeeper.processors.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One run of a job.
 *
 * @param date the night it was for
 * @param attempt 1 for the first run of that night
 * @param status running, complete, incomplete, failed or abandoned
 */
public record RunLine(
    long id,
    String job,
    LocalDate date,
    int attempt,
    String status,
    Instant startedAt,
    Optional<Instant> finishedAt,
    Optional<String> verdict,
    OptionalInt score,
    String origin) {}
