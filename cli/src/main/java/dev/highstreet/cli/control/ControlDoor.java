package dev.highstreet.cli.control;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.FileProblem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Where a running simulator takes orders, and the secret that opens it. Written to a file that its
 * owner alone can read; prints without the secret.
 *
 * @param address on this machine
 * @param token whoever shows it may steer
 */
public record ControlDoor(URI address, String token) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TOKEN_BYTES = 24;

  /** Refuses what is incomplete. */
  public ControlDoor {
    requireNonNull(address, "address is null");
    requireNonNull(token, "token is null");
  }

  /** A door with a new secret. */
  static ControlDoor at(URI address) {
    byte[] secret = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(secret);
    return new ControlDoor(address, HexFormat.of().formatHex(secret));
  }

  /** Reads what {@link #write} wrote. */
  static ControlDoor read(Path file) {
    try {
      return JSON.readValue(file.toFile(), ControlDoor.class);
    } catch (IOException e) {
      throw CommandException.usedWrongly(
          "cannot read %s, which says how to reach the simulator: %s"
              .formatted(file, FileProblem.describe(e)),
          e);
    }
  }

  /** Writes the file anew, for its owner's eyes only. */
  void write(Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, JSON.writeValueAsString(this), StandardOpenOption.WRITE);
  }

  @Override
  public String toString() {
    return "ControlDoor[address=%s, token=***]".formatted(address);
  }
}
