package dev.poolkeeper.writers.mail;

/** A file or picture that a mail carries. */
public final class Enclosure {

  private final String name;
  private final String type;
  private final byte[] bytes;

  /**
   * @param name of the file; of a picture the Content-ID that the page shows it by
   * @param type {@code application/pdf}
   */
  public Enclosure(String name, String type, byte[] bytes) {
    this.name = name;
    this.type = type;
    this.bytes = bytes.clone();
  }

  public String name() {
    return name;
  }

  public String type() {
    return type;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  public int size() {
    return bytes.length;
  }
}
