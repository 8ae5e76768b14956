package dev.highstreet.dashboard.shell;

import static java.util.Objects.requireNonNull;

/** A query parameter that a page cannot take: becomes a 400 page that says what is allowed. */
public final class WrongParameter extends RuntimeException {
  private final String parameter;
  private final String value;
  private final String allowed;

  /**
   * Names what is wrong and what would be right.
   *
   * @param parameter its name in the URL
   * @param value what was given
   * @param allowed what may be given, as the end of the sentence "allowed is …"
   */
  public WrongParameter(String parameter, String value, String allowed) {
    super("%s is \"%s\"; allowed is %s".formatted(parameter, value, allowed));
    this.parameter = requireNonNull(parameter, "parameter is null");
    this.value = requireNonNull(value, "value is null");
    this.allowed = requireNonNull(allowed, "allowed is null");
  }

  /** Name in the URL. */
  public String parameter() {
    return parameter;
  }

  /** What was given. */
  public String value() {
    return value;
  }

  /** What may be given. */
  public String allowed() {
    return allowed;
  }
}
