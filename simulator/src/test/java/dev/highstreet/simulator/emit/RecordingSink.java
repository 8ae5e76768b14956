package dev.highstreet.simulator.emit;

import dev.highstreet.schemas.ClockTick;
import dev.highstreet.schemas.EventEncoder;
import dev.highstreet.schemas.EventIdentity;
import dev.highstreet.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Keeps what is emitted, in order, ticks included. */
public final class RecordingSink implements EventSink {
  /** One call: an event, or a tick, which has neither topic nor key. */
  public record Emitted(Topic topic, String key, SpecificRecord event) {}

  private final List<Emitted> emitted = new ArrayList<>();
  private final List<String> intact = new ArrayList<>();

  @Override
  public void emit(Topic topic, String key, SpecificRecord event) {
    emitted.add(new Emitted(topic, key, event));
  }

  @Override
  public void emitIntact(Topic topic, String key, SpecificRecord event) {
    intact.add(key);
    emit(topic, key, event);
  }

  @Override
  public void tick(Instant shopTime) {
    emitted.add(new Emitted(null, null, new ClockTick(EventIdentity.none(), shopTime, shopTime)));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  /** The keys of events that nothing may befall. */
  public List<String> intact() {
    return intact;
  }

  /** Everything, in the order in which it was emitted. */
  public List<Emitted> all() {
    return emitted;
  }

  /** The events of one type, in the order in which they were emitted. */
  public <E extends SpecificRecord> List<E> of(Class<E> type) {
    return emitted.stream().map(Emitted::event).filter(type::isInstance).map(type::cast).toList();
  }

  /** SHA-256 over topic, key and bytes on the wire of everything, in order. */
  public String fingerprint() throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    EventEncoder encoder = new EventEncoder();
    for (Emitted one : emitted) {
      digest.update((one.topic() + "/" + one.key() + "/").getBytes(StandardCharsets.UTF_8));
      digest.update(encoder.encode(one.event()));
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
