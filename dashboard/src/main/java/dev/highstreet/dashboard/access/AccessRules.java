package dev.highstreet.dashboard.access;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.shell.Role;
import java.util.Optional;

/**
 * Who may read, who may change, and whose deliveries are taken.
 *
 * @param operator its bearer reads and changes; where there is none, nobody changes anything
 * @param viewer its bearer reads
 * @param openReading whether everybody reads, without a token
 * @param webhook with what deliveries to the webhook are signed; where there is none, none is taken
 */
public record AccessRules(
    Optional<Token> operator,
    Optional<Token> viewer,
    boolean openReading,
    Optional<SigningSecret> webhook) {
  public AccessRules {
    requireNonNull(operator, "operator is null");
    requireNonNull(viewer, "viewer is null");
    requireNonNull(webhook, "webhook is null");
    if (!openReading && operator.isEmpty() && viewer.isEmpty()) {
      throw new IllegalArgumentException(
          "reading needs a token, but there is neither a viewer's nor an operator's");
    }
  }

  /** Everybody reads, nobody changes. */
  public static AccessRules readOnly() {
    return new AccessRules(Optional.empty(), Optional.empty(), true, Optional.empty());
  }

  /** Everybody reads, and who bears this token changes. */
  public static AccessRules operatedWith(Token operator) {
    return new AccessRules(Optional.of(operator), Optional.empty(), true, Optional.empty());
  }

  /** The role that a token gives; empty if it is nobody's. */
  Optional<Role> roleOf(String token) {
    if (operator.filter(known -> known.is(token)).isPresent()) {
      return Optional.of(Role.OPERATOR);
    }
    return viewer.filter(known -> known.is(token)).map(known -> Role.VIEWER);
  }

  /** What they may do who show nothing. */
  Role ofStrangers() {
    return openReading ? Role.VIEWER : Role.ANYONE;
  }
}
