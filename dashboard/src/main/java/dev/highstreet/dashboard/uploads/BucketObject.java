package dev.highstreet.dashboard.uploads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * What somebody has put into a bucket: one upload. Put anew under the same key, it is another.
 *
 * @param eTag the server's mark of its content
 * @param lastModified on the server's clock
 */
record BucketObject(String bucket, String key, String eTag, Instant lastModified, long bytes) {
  private static final int ID_BYTES = 8;

  BucketObject {
    requireNonNull(bucket, "bucket is null");
    requireNonNull(key, "key is null");
    requireNonNull(eTag, "eTag is null");
    requireNonNull(lastModified, "lastModified is null");
  }

  private String name() {
    return key.substring(key.lastIndexOf('/') + 1);
  }

  /** Whether it is a file to be taken: no folder's mark, and nothing half written. */
  boolean isFile() {
    return !name().isEmpty() && !name().startsWith(".") && !name().endsWith(DropFolder.PART);
  }

  /**
   * The file that it is on disk. Its id follows from the upload alone: whoever comes to it, after
   * whatever crash, knows what became of it.
   */
  DroppedFile file() {
    String upload = String.join("\0", bucket, key, eTag, lastModified.toString());
    byte[] digest = sha256(upload.getBytes(UTF_8));
    return new DroppedFile(HexFormat.of().formatHex(digest, 0, ID_BYTES), FileName.onDisk(name()));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
