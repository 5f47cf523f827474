package dev.poolkeeper.processors.report;

/**
 * One thing that {@code poolkeeper check} tried.
 *
 * @param subject the cluster or NAS, {@code ledger}, or {@code poolkeeper} itself
 * @param what what was tried
 * @param outcome ok, warning, failed or skipped
 * @param seen what was seen
 * @param next what to do; empty when there is nothing to do
 */
public record CheckResult(String subject, String what, String outcome, String seen, String next) {}
