package dev.poolkeeper.processors.judge;

/**
 * What the course of the nights says that one night cannot show: what tonight's growth and anomaly
 * steps found. Made with {@link #none()} and the {@code with} methods, so that a source of knowledge
 * more breaks no caller.
 */
public record Trends() {

  private static final Trends NONE = new Trends();

  /** Nothing is forecast and nothing is unusual, because nobody looked. */
  public static Trends none() {
    return NONE;
  }
}
