package dev.poolkeeper.processors.growth;

/**
 * A series that no honest forecast can be made of.
 *
 * @param reason in words: what is there and what is needed
 */
public record NotForecast(String id, String reason) implements Examined {}
