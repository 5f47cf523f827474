package dev.poolkeeper.tests.demo;

/** An object that looks like a leftover and must never be reported as one. */
public record Innocent(String subject, String reason) {}
