package dev.highstreet.dashboard;

import static java.util.Objects.requireNonNull;

import dev.highstreet.dashboard.access.AccessRules;
import dev.highstreet.dashboard.access.SigningSecret;
import dev.highstreet.dashboard.access.Token;
import java.util.Map;
import java.util.Optional;

/** Reads {@link AccessRules} from environment variables. */
public final class AccessEnvironment {
  /** Its bearer reads and changes; where it is not set, nobody changes anything. */
  public static final String OPERATOR_TOKEN = "HIGHSTREET_OPERATOR_TOKEN";

  /** Its bearer reads. */
  public static final String VIEWER_TOKEN = "HIGHSTREET_VIEWER_TOKEN";

  /** {@code open}: everybody reads; {@code token}: a viewer's or an operator's is needed. */
  public static final String READING = "HIGHSTREET_READING";

  /** What deliveries to the webhook are signed with; where it is not set, none is taken. */
  public static final String WEBHOOK_SECRET = "HIGHSTREET_WEBHOOK_SECRET";

  private AccessEnvironment() {}

  /**
   * Reads every variable; an empty one counts as absent.
   *
   * @throws IllegalArgumentException naming the variable and what it must be, never a token
   */
  public static AccessRules read(Map<String, String> environment) {
    requireNonNull(environment, "environment is null");
    try {
      return new AccessRules(
          token(environment, OPERATOR_TOKEN),
          token(environment, VIEWER_TOKEN),
          open(environment),
          secret(environment));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s (%s, %s, %s, %s)"
              .formatted(e.getMessage(), OPERATOR_TOKEN, VIEWER_TOKEN, READING, WEBHOOK_SECRET),
          e);
    }
  }

  private static Optional<Token> token(Map<String, String> environment, String name) {
    String secret = environment.getOrDefault(name, "").strip();
    return secret.isEmpty() ? Optional.empty() : Optional.of(Token.of(secret));
  }

  private static Optional<SigningSecret> secret(Map<String, String> environment) {
    String secret = environment.getOrDefault(WEBHOOK_SECRET, "").strip();
    return secret.isEmpty() ? Optional.empty() : Optional.of(SigningSecret.of(secret));
  }

  private static boolean open(Map<String, String> environment) {
    String reading = environment.getOrDefault(READING, "").strip();
    return switch (reading) {
      case "", "open" -> true;
      case "token" -> false;
      default ->
          throw new IllegalArgumentException(
              "%s is \"%s\", but must be open or token".formatted(READING, reading));
    };
  }
}
