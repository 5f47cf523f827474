package dev.poolkeeper.writers.notice;

/** A template that fails on what it is given; most likely one of the user's. */
public final class UnfitTemplate extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnfitTemplate(String name, String seen, Exception cause) {
    super("the template %s cannot be used: %s".formatted(name, seen.strip()), cause);
  }
}
