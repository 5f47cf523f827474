package dev.poolkeeper.readers.source;

/** A key or password. Never shows itself. */
public record Secret(String value) {

  @Override
  public String toString() {
    return "***";
  }
}
