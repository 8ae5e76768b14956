package dev.highstreet.cli.simulate;

/** A number with its name, as {@code NAME=NUMBER}. */
record NamedNumber(String name, double number) {
  static NamedNumber parse(String text) {
    int equals = text.indexOf('=');
    try {
      if (equals > 0) {
        return new NamedNumber(
            text.substring(0, equals).strip(), Double.parseDouble(text.substring(equals + 1)));
      }
    } catch (NumberFormatException e) {
      throw notOne(text, e);
    }
    throw notOne(text, null);
  }

  private static IllegalArgumentException notOne(String text, Throwable cause) {
    return new IllegalArgumentException(
        "'%s' is no NAME=NUMBER: write it like discount=0.4".formatted(text), cause);
  }
}
