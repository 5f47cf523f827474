package dev.poolkeeper.writers.report;

import dev.poolkeeper.writers.report.NightlyPage.Segment;
import java.util.List;

/**
 * What {@code hidden-space.ftlh} shows, ready to print. Public because the template engine only
 * sees public types.
 *
 * @param volumesMore how many more volumes there are and how to list them; empty when none
 * @param chainsMore how many more snapshots are pinned; empty when none
 */
public record HiddenSpace(
    List<Pool> pools,
    List<Volume> volumes,
    String volumesMore,
    String command,
    List<Chain> chains,
    String chainsMore) {

  /**
   * @param alternative the bar in words
   * @param tight whether what is promised does not fit
   */
  public record Pool(
      String subject,
      String full,
      String promise,
      boolean tight,
      String alternative,
      List<Segment> bar,
      List<Portion> legend,
      List<Row> rows,
      List<String> notes,
      Chart chart) {}

  /**
   * How a quantity went and may go on.
   *
   * @param svg a harmless {@code svg} element; empty when there is nothing to draw
   * @param caption what it shows
   */
  public record Chart(String svg, String caption) {}

  public record Portion(String tone, String label, String bytes, String share) {}

  /**
   * @param total whether it is the last line, which the others add up to
   */
  public record Row(
      String label,
      String datasets,
      String data,
      String snapshots,
      String reserved,
      String bytes,
      boolean total) {}

  public record Volume(
      String name,
      String subject,
      String remark,
      String provisioned,
      String written,
      String snapshots,
      String children,
      String reserved,
      String used,
      String hidden,
      List<Segment> bar) {}

  public record Chain(
      String snapshot, String owner, String holds, List<Link> clones, String more) {}

  public record Link(String dataset, String owner) {}
}
