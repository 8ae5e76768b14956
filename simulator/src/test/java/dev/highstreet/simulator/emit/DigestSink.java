package dev.highstreet.simulator.emit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.highstreet.schemas.EventEncoder;
import dev.highstreet.schemas.Topic;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** Keeps a SHA-256 a topic, over keys and bytes on the wire, in order; and one over the ticks. */
public final class DigestSink implements EventSink {
  private final EventEncoder encoder = new EventEncoder();
  private final Map<String, MessageDigest> digests = new TreeMap<>();
  private long events;

  @Override
  public void emit(Topic topic, String key, SpecificRecord event) {
    MessageDigest digest = digest(topic.topicName());
    digest.update(key.getBytes(UTF_8));
    digest.update(encoder.encode(event));
    events++;
  }

  @Override
  public void tick(Instant shopTime) {
    digest("ticks")
        .update(ByteBuffer.allocate(Long.BYTES).putLong(0, shopTime.toEpochMilli()).array());
  }

  private MessageDigest digest(String name) {
    return digests.computeIfAbsent(
        name,
        unseen -> {
          try {
            return MessageDigest.getInstance("SHA-256");
          } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
          }
        });
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  /** How many events there were, without ticks. */
  public long events() {
    return events;
  }

  /** The digest of each topic that had an event, by its name; ends the digests. */
  public Map<String, String> sha256() {
    Map<String, String> hex = new TreeMap<>();
    digests.forEach((name, digest) -> hex.put(name, HexFormat.of().formatHex(digest.digest())));
    return hex;
  }
}
