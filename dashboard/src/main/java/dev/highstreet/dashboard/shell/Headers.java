package dev.highstreet.dashboard.shell;

import io.javalin.http.Context;

/** Headers of every answer: a page loads nothing from elsewhere, and nobody may frame it. */
public final class Headers {
  private static final String CONTENT_SECURITY_POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "font-src 'self'",
          "img-src 'self' data:",
          "connect-src 'self'",
          "form-action 'self'",
          "base-uri 'none'",
          "frame-ancestors 'none'");

  private Headers() {}

  /** Adds them to an answer. */
  public static void add(Context request) {
    request.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    request.header("X-Content-Type-Options", "nosniff");
    request.header("Referrer-Policy", "no-referrer");
    request.header("X-Frame-Options", "DENY");
    request.header("Cross-Origin-Opener-Policy", "same-origin");
    request.header("Cross-Origin-Resource-Policy", "same-origin");
    request.header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    // figures move: a page from the cache would be a stale one
    request.header("Cache-Control", "no-store");
  }
}
