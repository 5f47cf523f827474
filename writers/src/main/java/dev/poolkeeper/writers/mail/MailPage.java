package dev.poolkeeper.writers.mail;

import dev.poolkeeper.writers.report.NightlyPage.Tag;
import java.util.List;

/**
 * What {@code mail.ftlh} and {@code mail.ftl} show, ready to print: every text is formatted and
 * harmless, absence is an empty text or list. Public because the template engine only sees public
 * types.
 *
 * @param heading what the mail is about, with the day
 * @param summary the verdict in a sentence
 * @param score may be empty
 * @param scope whose part of it this is; empty when it is all
 * @param facts short lines about the night
 * @param closing what is enclosed, where the rest is, why this mail came
 */
public record MailPage(
    String title,
    boolean demo,
    String heading,
    Tag verdict,
    String summary,
    String score,
    String scope,
    List<Fact> facts,
    List<String> warnings,
    List<String> headlines,
    List<Section> sections,
    List<String> closing) {

  /**
   * @param figures large numbers side by side
   * @param lines a name and a value each
   * @param items what needs more than one line
   * @param more what is not listed and where it is; may be empty
   */
  public record Section(
      String title,
      String lead,
      List<Figure> figures,
      List<Picture> pictures,
      List<Line> lines,
      List<Item> items,
      String more) {

    public Section {
      figures = List.copyOf(figures);
      pictures = List.copyOf(pictures);
      lines = List.copyOf(lines);
      items = List.copyOf(items);
    }

    /** Whether there is anything in it but its title. */
    public boolean said() {
      return !(lead.isEmpty()
          && figures.isEmpty()
          && pictures.isEmpty()
          && lines.isEmpty()
          && items.isEmpty());
    }
  }

  /**
   * @param tone a word of the style; {@code quiet} for nothing
   */
  public record Figure(String value, String label, String tone) {}

  /**
   * @param mark stands before the name; may be empty
   * @param tone of the mark
   * @param remark below, muted; may be empty
   */
  public record Line(String mark, String tone, String name, String value, String remark) {}

  /**
   * @param space what it would free; may be empty
   */
  public record Item(
      Tag tag, String code, String title, String space, String subject, List<Fact> facts) {}

  /**
   * @param command whether the text is to be typed as it is
   */
  public record Fact(String label, String text, boolean command) {

    static Fact of(String label, String text) {
      return new Fact(label, text, false);
    }
  }

  /**
   * @param id its Content-ID
   * @param alt what it shows, with the numbers
   */
  public record Picture(String id, String title, String alt, String caption) {}
}
