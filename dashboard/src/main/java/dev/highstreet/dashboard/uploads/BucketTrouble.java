package dev.highstreet.dashboard.uploads;

import java.io.IOException;

/** A bucket did not do what it was asked; the message is for people, and holds no secrets. */
final class BucketTrouble extends IOException {
  private static final long serialVersionUID = 1L;

  BucketTrouble(String words, Throwable cause) {
    super(words, cause);
  }
}
