package dev.poolkeeper.writers.report;

import java.util.List;

/**
 * What {@code nightly.ftlh} shows, ready to print: every text is formatted and harmless, absence is
 * an empty text or list. Public because the template engine only sees public types.
 */
public record NightlyPage(
    String title,
    boolean demo,
    String version,
    Verdict verdict,
    Night night,
    List<String> warnings,
    List<String> headlines,
    Changes changes,
    Space space,
    List<Action> actions,
    List<GradeCard> grades,
    Coverage coverage,
    List<Pool> pools,
    HiddenSpace hiddenSpace,
    Protection protection,
    Retention retention,
    PageProposals proposals,
    Findings findings,
    List<Confidence> volumes,
    Exceptions exceptions,
    List<Setting> policy) {

  /** A word with a tone (a CSS class) and a mark, so that colour never speaks alone. */
  public record Tag(String word, String tone, String mark) {}

  /** A part of a bar, in hundredths of its length. */
  public record Segment(String tone, String start, String length) {}

  public record Verdict(Tag tag, String sentence, int score, String comparison) {}

  public record Night(
      String date, String day, String capturedAt, String captured, String clusters, String nas) {}

  public record Changes(String since, List<Count> counts, List<ChangeList> lists) {}

  public record Count(String label, String count, String tone, String meaning) {}

  public record ChangeList(String label, List<Change> rows, String more) {}

  public record Change(String code, String name, Tag severity, String subject, String space) {}

  /**
   * @param blockers what is in the way, one line each
   * @param price what the money in the shares is computed with; empty when no price is known
   */
  public record Space(
      List<Count> shares, List<Segment> bar, List<String> blockers, String price, String unknown) {}

  /**
   * @param ownerFrom where the owner stands, or why there is none
   * @param blocked what is in the way; empty when nothing is known to be
   */
  public record Action(
      String code,
      String title,
      Tag severity,
      String subject,
      String why,
      String remark,
      String owner,
      String ownerFrom,
      String blocked,
      String next,
      String space,
      List<Command> commands) {}

  /**
   * @param where empty for the machine that poolkeeper runs on
   */
  public record Command(String where, String text) {}

  /**
   * @param letter a dash when it was not judged
   * @param unjudged why it was not; empty when it was
   */
  public record GradeCard(
      String name,
      String side,
      String letter,
      String tone,
      String score,
      String comparison,
      String unjudged,
      List<Cost> costs) {}

  public record Cost(String code, String name, String findings, String points) {}

  public record Coverage(String history, List<Source> sources, List<Part> gaps, List<Part> parts) {}

  /**
   * @param contact how it was reached and how often it was called; empty when that is not known
   * @param memory what was not asked for again; empty when everything was
   */
  public record Source(
      String name,
      String side,
      String version,
      String identity,
      Tag status,
      String read,
      String contact,
      String memory) {}

  public record Part(
      String source, String kind, Tag status, String rows, String time, List<String> problems) {}

  /**
   * @param full when it is expected to be full, as an interval
   * @param trend an svg element, harmless; empty when there is none
   */
  public record Pool(
      String subject,
      Tag status,
      String usable,
      String used,
      String free,
      String snapshots,
      String raw,
      String counts,
      String full,
      String fullRemark,
      String trend,
      List<Segment> bar) {}

  /**
   * @param lead the one sentence that says it all
   * @param more how many claims are not shown, and with which command they are
   */
  public record Protection(
      String lead,
      List<NamespaceBar> namespaces,
      String moreNamespaces,
      List<ProtectionRow> rows,
      String more,
      String command,
      List<SnapshotHolding> holdings,
      String moreHoldings,
      String holdingsCommand) {}

  public record NamespaceBar(String name, List<Tag> parts, List<Segment> bar) {}

  /**
   * @param rpo how old snapshots may be; a dash when nothing is asked
   * @param askedBy empty when it is only the default
   */
  public record ProtectionRow(
      String claim,
      String dataset,
      Tag verdict,
      String reason,
      String snapshot,
      String volumeSnapshot,
      String elsewhere,
      String elsewhereBy,
      String rpo,
      String replicaRpo,
      String askedBy) {}

  public record SnapshotHolding(
      String subject,
      String kind,
      String datasets,
      String snapshots,
      String countChange,
      String held,
      String heldChange) {}

  /**
   * @param unjudged of whose snapshots nothing is said, and why
   * @param legend what the marks of the calendars mean; none without a calendar
   * @param noCalendar why there is none; empty when there is
   * @param more how many promises are not shown, and with which command they are
   */
  public record Retention(
      String lead,
      List<String> unjudged,
      List<Count> counts,
      List<PromiseRow> promises,
      List<CalendarKey> legend,
      String noCalendar,
      String more,
      String command,
      List<SnapshotTrend> trends,
      String moreTrends,
      String trendsCommand) {}

  public record CalendarKey(String picture, String meaning) {}

  /**
   * @param bytes what its snapshots hold, as bounds
   * @param calendars one for each length of period
   */
  public record PromiseRow(
      String source,
      String name,
      String terms,
      String datasets,
      List<Tag> parts,
      String snapshots,
      String bytes,
      List<String> notes,
      List<Calendar> calendars) {}

  /**
   * @param svg a picture, with its words in it
   * @param range of its first and last period
   * @param words what the picture shows
   */
  public record Calendar(String svg, String range, String words) {}

  public record SnapshotTrend(
      String subject,
      String snapshots,
      String countChange,
      String held,
      String heldChange,
      String expected,
      String remark) {}

  public record Findings(String total, List<Group> groups) {}

  public record Group(
      String code,
      String name,
      String title,
      String meaning,
      List<String> actions,
      Tag severity,
      String size,
      String shown,
      String command,
      Withheld withheld,
      List<Finding> rows) {}

  /**
   * What would have been said.
   *
   * @param lead empty when nothing was withheld
   * @param hint what to do when the drop is real; may be empty
   */
  public record Withheld(String lead, List<WithheldRow> rows, String hint) {}

  public record WithheldRow(
      String reason, String count, String code, String name, List<String> first, String more) {}

  /**
   * @param severityRank 0 for the most urgent
   * @param reclaimableRank bytes, or -1 when unknown
   * @param cause probable cause, as a word; empty when not known
   * @param because what the cause rests on
   */
  public record Finding(
      String subject,
      Tag severity,
      int severityRank,
      Tag status,
      String belief,
      String firstSeen,
      int nights,
      String reclaimable,
      long reclaimableRank,
      String cause,
      String because,
      List<String> remarks,
      List<String> evidence,
      HiddenSpace.Chart chart) {}

  public record Confidence(
      String word, String meaning, String count, String share, List<Segment> bar) {}

  public record Exceptions(String lead, List<ExceptionRow> rows) {}

  /**
   * @param until its last day
   * @param findings how many it covers; of an expired one, how many are back
   */
  public record ExceptionRow(
      String codes,
      String match,
      String reason,
      String owner,
      String until,
      Tag state,
      String findings) {}

  public record Setting(String name, String value) {}
}
