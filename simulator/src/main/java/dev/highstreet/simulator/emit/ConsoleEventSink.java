package dev.highstreet.simulator.emit;

import static java.util.Objects.requireNonNull;

import dev.highstreet.schemas.Topic;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes a line an event, for people to read: the time in the shop's zone, the topic, the key, and
 * what else the event says. Ticks are left out.
 */
public final class ConsoleEventSink implements EventSink {
  private static final String TOPICS_BEGIN = "highstreet.";
  private static final int TOPIC_WIDTH = 12; // of fraud-labels
  private static final int KEY_WIDTH = 10;
  private static final int BYTES_SHOWN = 24;

  private final Appendable out;
  private final DateTimeFormatter localTime;
  private final Map<Schema, EventText> texts = new HashMap<>();
  private final StringBuilder line = new StringBuilder();

  /**
   * Lines in a time zone.
   *
   * @param out such as {@link System#out}; stays open
   */
  public ConsoleEventSink(Appendable out, ZoneId zone) {
    this.out = requireNonNull(out, "out is null");
    this.localTime = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(zone);
  }

  @Override
  public void emit(Topic topic, String key, SpecificRecord event) {
    begin(topic, key, (Instant) event.get(EventText.OCCURRED_AT));
    texts.computeIfAbsent(event.getSchema(), EventText::new).describe(event, key, localTime, line);
    end();
  }

  @Override
  public void emitBytes(Topic topic, String key, Instant receivedAt, byte[] bytes) {
    begin(topic, key, receivedAt);
    int shown = Math.min(bytes.length, BYTES_SHOWN);
    line.append(" %d bytes: ".formatted(bytes.length))
        .append(HexFormat.ofDelimiter(" ").formatHex(bytes, 0, shown))
        .append(shown < bytes.length ? " …" : "");
    end();
  }

  private void begin(Topic topic, String key, Instant time) {
    line.setLength(0);
    localTime.formatTo(time, line);
    String name = topic.topicName();
    pad(name.startsWith(TOPICS_BEGIN) ? name.substring(TOPICS_BEGIN.length()) : name, TOPIC_WIDTH);
    pad(key, KEY_WIDTH);
  }

  private void pad(String text, int width) {
    line.append("  ").append(text).append(" ".repeat(Math.max(0, width - text.length())));
  }

  private void end() {
    try {
      out.append(line.toString().stripTrailing()).append(System.lineSeparator());
    } catch (IOException e) {
      throw new EmitException("cannot write events to the console: " + WriteFault.describe(e), e);
    }
  }

  @Override
  public void tick(Instant shopTime) {}

  @Override
  public void flush() {
    if (out instanceof java.io.Flushable buffered) {
      try {
        buffered.flush();
      } catch (IOException e) {
        throw new EmitException("cannot write events to the console: " + WriteFault.describe(e), e);
      }
    }
  }

  @Override
  public void close() {
    flush();
  }
}
