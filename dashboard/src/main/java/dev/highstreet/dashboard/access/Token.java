package dev.highstreet.dashboard.access;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret that gives its bearer a role. Only its SHA-256 is kept, and it is compared in a time
 * that does not depend on where a guess is wrong.
 */
public final class Token {
  /** The fewest characters: what is shorter can be guessed. */
  public static final int SHORTEST = 16;

  private static final int RANDOM_BYTES = 24;

  private final byte[] digest;

  private Token(byte[] digest) {
    this.digest = digest;
  }

  /**
   * The token with this text.
   *
   * @throws IllegalArgumentException if it is shorter than {@link #SHORTEST}; the message does not
   *     repeat it
   */
  public static Token of(String secret) {
    requireNonNull(secret, "secret is null");
    if (secret.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "a token has %d characters, but needs at least %d: make one with openssl rand -hex 24"
              .formatted(secret.length(), SHORTEST));
    }
    return new Token(digest(secret));
  }

  /** The text of a new token: 192 random bits, for a URL or a header. */
  public static String random() {
    byte[] secret = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(secret);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  /** Whether this text is the token's. */
  boolean is(String given) {
    return MessageDigest.isEqual(digest, digest(given));
  }

  private static byte[] digest(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "***";
  }
}
