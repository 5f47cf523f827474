package dev.poolkeeper.processors.report;

import dev.poolkeeper.processors.runway.Crossing;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * When a pool would be full if something were different, as a report shows it.
 *
 * @param assumption what is taken for granted, in words
 * @param unknown why nothing can be said
 * @param full days that are not within the horizon are empty
 * @param horizonDays how far ahead was looked; empty when nothing can be said
 */
public record ScenarioLine(
    String pool,
    String name,
    String assumption,
    Optional<String> unknown,
    Crossing full,
    Optional<LocalDate> orderBy,
    OptionalInt horizonDays) {}
