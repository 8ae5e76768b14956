package dev.highstreet.schemas.inspect;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON in visible ASCII alone: it may hold anything that a record holds, and be printed. */
public final class PrintableJson {
  private static final ObjectMapper JSON =
      new ObjectMapper(
          new JsonFactoryBuilder()
              .characterEscapes(new DeleteToo())
              .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
              .build());

  private PrintableJson() {}

  /** In one line. */
  public static String line(JsonNode json) {
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // a tree is always written
    }
  }

  /** In lines that can be read, and edited. */
  public static String lines(JsonNode json) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // a tree is always written
    }
  }

  /** The one control character among ASCII that JSON lets stand. */
  private static final class DeleteToo extends CharacterEscapes {
    private static final long serialVersionUID = 1L;
    private static final int DELETE = 127;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] escapes = CharacterEscapes.standardAsciiEscapesForJSON();
      escapes[DELETE] = CharacterEscapes.ESCAPE_STANDARD;
      return escapes;
    }

    @Override
    public SerializableString getEscapeSequence(int character) {
      return null; // none of our own
    }
  }
}
