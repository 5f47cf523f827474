package dev.poolkeeper.processors.runway;

/**
 * What cleanup proposals on a pool free.
 *
 * @param approved how many are approved, or in quarantine
 * @param approvedBytes what those free at least
 * @param open how many there are that nothing is in the way of, approved or not
 * @param openBytes what those free at least
 */
public record ProposedSpace(long approved, long approvedBytes, long open, long openBytes) {

  public static final ProposedSpace NONE = new ProposedSpace(0, 0, 0, 0);
}
