package dev.highstreet.schemas.inspect;

/**
 * What records hold, made safe for a terminal: whoever sends an event must not move the cursor,
 * colour the screen or turn the reading direction of whoever looks at it.
 */
public final class Printable {
  private Printable() {}

  /** The text with everything that is not visible as itself written as an escape. */
  public static String text(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (point == '\\') {
                safe.append("\\\\");
              } else if (isVisible(point)) {
                safe.appendCodePoint(point);
              } else if (Character.isBmpCodePoint(point)) {
                safe.append("\\u%04x".formatted(point));
              } else {
                safe.append("\\U%08x".formatted(point));
              }
            });
    return safe.toString();
  }

  private static boolean isVisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT, // among them the marks that turn the direction of text
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
