package dev.highstreet.dashboard.monitoring;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Parameters;
import dev.highstreet.dashboard.shell.WrongParameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which dead letters the address asks for.
 *
 * @param reason only those of a reason, the contract's code
 * @param topic only those of a topic, its name in Kafka
 * @param before older ones than this place; empty for the newest
 * @param letter the one that is chosen
 */
public record LetterFilter(
    Optional<String> reason,
    Optional<String> topic,
    Optional<LetterCursor> before,
    Optional<LetterPlace> letter) {
  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,99}");
  private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9._-]{1,160}");

  public LetterFilter {
    requireNonNull(reason, "reason is null");
    requireNonNull(topic, "topic is null");
    requireNonNull(before, "before is null");
    requireNonNull(letter, "letter is null");
  }

  /**
   * Reads the address.
   *
   * @throws WrongParameter naming what is not one
   */
  static LetterFilter read(Parameters parameters) {
    return new LetterFilter(
        matching(parameters, "reason", CODE, "a reason of the contract, such as UNDECODABLE"),
        matching(parameters, "topic", TOPIC, "the name of a topic, such as highstreet.orders"),
        parameters.get("before").map(LetterCursor::parse),
        parameters.get("letter").map(place -> LetterPlace.parse("letter", place)));
  }

  private static Optional<String> matching(
      Parameters parameters, String name, Pattern pattern, String allowed) {
    Optional<String> value = parameters.get(name);
    value.ifPresent(
        given -> {
          if (!pattern.matcher(given).matches()) {
            throw new WrongParameter(name, given, allowed);
          }
        });
    return value;
  }

  /** Whether it narrows the list. */
  public boolean narrowed() {
    return reason.isPresent() || topic.isPresent();
  }

  /** The newest of a reason; of every one if it is empty. */
  public String of(Optional<String> other) {
    return href(other, topic, Optional.empty(), Optional.empty());
  }

  /** The newest of a topic; of every one if it is empty. */
  public String on(Optional<String> other) {
    return href(reason, other, Optional.empty(), Optional.empty());
  }

  /** The same list with a letter chosen. */
  public String choosing(LetterPlace place) {
    return href(reason, topic, before, Optional.of(place));
  }

  /** The list from a place on. */
  public String olderThan(LetterCursor place) {
    return href(reason, topic, Optional.of(place), Optional.empty());
  }

  /** The list from the newest letter on. */
  public String newest() {
    return href(reason, topic, Optional.empty(), Optional.empty());
  }

  /** The list alone, whatever is chosen beside it: what its viewers share. */
  LetterFilter shared() {
    return new LetterFilter(reason, topic, before, Optional.empty());
  }

  /** What its stream's address has beside the page. */
  String stream() {
    String query = query(reason, topic, before, Optional.empty());
    return query.isEmpty() ? "" : "&" + query;
  }

  private static String href(
      Optional<String> reason,
      Optional<String> topic,
      Optional<LetterCursor> before,
      Optional<LetterPlace> letter) {
    String query = query(reason, topic, before, letter);
    return "/monitoring" + (query.isEmpty() ? "" : "?" + query) + "#dead-letters";
  }

  private static String query(
      Optional<String> reason,
      Optional<String> topic,
      Optional<LetterCursor> before,
      Optional<LetterPlace> letter) {
    List<String> parts = new ArrayList<>();
    reason.ifPresent(code -> parts.add("reason=" + encoded(code)));
    topic.ifPresent(name -> parts.add("topic=" + encoded(name)));
    before.ifPresent(place -> parts.add("before=" + encoded(place.toString())));
    letter.ifPresent(place -> parts.add("letter=" + encoded(place.toString())));
    return String.join("&", parts);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
