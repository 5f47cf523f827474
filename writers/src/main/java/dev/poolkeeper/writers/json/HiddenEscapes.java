package dev.poolkeeper.writers.json;

import dev.poolkeeper.writers.text.VisibleText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/** Escapes what JSON would let through unseen: DEL, C1 controls, direction marks, surrogates. */
final class HiddenEscapes extends CharacterEscapes {

  private static final long serialVersionUID = 1L;
  private static final int DELETE = 0x7F;

  @Override
  public int[] getEscapeCodesForAscii() {
    int[] escapes = CharacterEscapes.standardAsciiEscapesForJSON();
    escapes[DELETE] = CharacterEscapes.ESCAPE_STANDARD;
    return escapes;
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int unit) {
    return VisibleText.hidden(unit) ? new SerializedString(VisibleText.escape(unit)) : null;
  }
}
