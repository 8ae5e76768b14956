package dev.highstreet.dashboard.access;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret that two sides share, with which one signs what it sends and the other knows it by:
 * HMAC-SHA512 (RFC 2104), in hexadecimal digits. Any thread may use it.
 */
public final class SigningSecret {
  /** The fewest characters: what is shorter can be guessed from what it has signed. */
  public static final int SHORTEST = 32;

  private static final String ALGORITHM = "HmacSHA512";
  private static final int DIGITS = 128;

  private final SecretKeySpec key;

  private SigningSecret(SecretKeySpec key) {
    this.key = key;
  }

  /**
   * The secret with this text.
   *
   * @throws IllegalArgumentException if it is shorter than {@link #SHORTEST}; the message does not
   *     repeat it
   */
  public static SigningSecret of(String secret) {
    requireNonNull(secret, "secret is null");
    if (secret.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "a webhook's secret has %d characters, but needs at least %d: make one with openssl rand -hex 32"
              .formatted(secret.length(), SHORTEST));
    }
    return new SigningSecret(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
  }

  /** The signature of these bytes: 128 hexadecimal digits, lower case. */
  public String sign(byte[] content) {
    return HexFormat.of().formatHex(code(content));
  }

  /**
   * Whether this is the signature of these bytes, in digits of either case; compared in a time that
   * does not depend on where a guess is wrong.
   */
  public boolean signed(byte[] content, String signature) {
    requireNonNull(signature, "signature is null");
    if (signature.length() != DIGITS || !signature.chars().allMatch(HexFormat::isHexDigit)) {
      return false;
    }
    return MessageDigest.isEqual(code(content), HexFormat.of().parseHex(signature));
  }

  private byte[] code(byte[] content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "***";
  }
}
