package dev.highstreet.testsupport;

/** What happens while a server is down. */
@FunctionalInterface
public interface Meanwhile {
  /** Happens; the server comes back whatever is thrown. */
  void happens() throws Exception;
}
