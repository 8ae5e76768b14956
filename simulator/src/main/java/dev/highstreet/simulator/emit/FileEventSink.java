package dev.highstreet.simulator.emit;

import static java.util.Objects.requireNonNull;

import dev.highstreet.schemas.EventEncoder;
import dev.highstreet.schemas.Topic;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes the bytes that Kafka would get to a file a topic, such as {@code
 * highstreet.orders.events}: of each record its length, four bytes with the highest first, then the
 * record. Keys are fields of the records; ticks are left out, since a file has an end. The folder
 * appears when the sink is closed and nothing has failed.
 */
public final class FileEventSink implements EventSink {
  private final StagedFolder staged;
  private final WholeOrNothing writing;
  private final EventEncoder encoder = new EventEncoder();
  private final Map<Topic, TopicFile> files = new EnumMap<>(Topic.class);

  private FileEventSink(Path folder, StagedFolder staged) {
    this.staged = staged;
    this.writing = new WholeOrNothing("events", folder, staged);
  }

  /**
   * Begins a folder of such files.
   *
   * @param folder new, or empty
   * @throws EmitException if it holds something, or cannot be made
   */
  public static FileEventSink create(Path folder) {
    requireNonNull(folder, "folder is null");
    return new FileEventSink(folder, StagedFolder.beginNew(folder));
  }

  @Override
  public void emit(Topic topic, String key, SpecificRecord event) {
    if (!topic.event().filter(type -> type.isInstance(event)).isPresent()) {
      throw new IllegalArgumentException(
          "%s does not carry %s".formatted(topic.topicName(), event.getSchema().getName()));
    }
    write(topic, encoder.encode(event));
  }

  @Override
  public void emitBytes(Topic topic, String key, Instant receivedAt, byte[] bytes) {
    write(topic, bytes);
  }

  private void write(Topic topic, byte[] value) {
    writing.write(() -> file(topic).write(value));
  }

  private TopicFile file(Topic topic) throws IOException {
    TopicFile file = files.get(topic);
    if (file == null) {
      Path path = staged.path().resolve(topic.topicName() + ".events");
      file = new TopicFile(Files.newOutputStream(path));
      files.put(topic, file);
    }
    return file;
  }

  @Override
  public void tick(Instant shopTime) {}

  @Override
  public void flush() {
    writing.write(
        () -> {
          for (TopicFile file : files.values()) {
            file.flush();
          }
        });
  }

  @Override
  public void close() {
    writing.close(
        whole -> {
          for (TopicFile file : files.values()) {
            file.close(whole);
          }
        });
  }

  @Override
  public void abandon() {
    writing.abandon();
    close();
  }

  /** A file with a buffer that is large enough to be written seldom. */
  private static final class TopicFile {
    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 20];
    private int used;

    private TopicFile(OutputStream out) {
      this.out = out;
    }

    private void write(byte[] value) throws IOException {
      if (buffer.length - used < Integer.BYTES + value.length) {
        flush();
      }
      for (int shift = 24; shift >= 0; shift -= Byte.SIZE) {
        buffer[used++] = (byte) (value.length >>> shift);
      }
      if (value.length <= buffer.length - used) {
        System.arraycopy(value, 0, buffer, used, value.length);
        used += value.length;
      } else {
        flush();
        out.write(value);
      }
    }

    private void flush() throws IOException {
      out.write(buffer, 0, used);
      used = 0;
    }

    private void close(boolean whole) throws IOException {
      try (out) {
        if (whole) {
          flush();
        }
      }
    }
  }
}
