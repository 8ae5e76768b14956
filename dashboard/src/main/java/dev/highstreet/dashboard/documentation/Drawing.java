package dev.highstreet.dashboard.documentation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The architecture as a drawing, in the colours of the page's theme. It stands before the picture
 * in characters that it was drawn from; a test holds it to naming nothing that is not there.
 */
final class Drawing {
  /** What a code block is called that holds the picture in characters: {@code ```text picture}. */
  static final String INFO = "text picture";

  private Drawing() {}

  /** The drawing, to be written into a page. */
  static String svg() {
    try (InputStream file = Drawing.class.getResourceAsStream("picture.svg")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read picture.svg", e);
    }
  }
}
