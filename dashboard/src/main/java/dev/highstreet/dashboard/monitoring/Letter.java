package dev.highstreet.dashboard.monitoring;

import static java.util.Objects.requireNonNull;

import dev.highstreet.schemas.Topic;
import dev.highstreet.schemas.inspect.EventJson;
import dev.highstreet.schemas.inspect.HexDump;
import dev.highstreet.schemas.inspect.Printable;
import dev.highstreet.schemas.inspect.PrintableJson;
import dev.highstreet.schemas.inspect.RecordContents;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A record that was quarantined, as a whole or in some of its lines.
 *
 * @param place where it was read
 * @param recordTime its time in Kafka
 * @param eventId empty where it did not decode
 * @param key empty for a record without one
 * @param bytes as read; empty for a record without a value
 * @param faults what is wrong with it, in the order of its lines; at least one
 * @param replays when it was sent back, the first first
 */
public record Letter(
    LetterPlace place,
    Instant recordTime,
    Optional<String> eventId,
    Optional<byte[]> key,
    Optional<byte[]> bytes,
    List<Fault> faults,
    List<Replay> replays) {
  /** Bytes that are shown at most; all of them can be downloaded. */
  public static final int SHOWN = 4_096;

  /** Characters of decoded fields that are shown at most. */
  private static final int FIELDS_SHOWN = 20_000;

  public Letter {
    requireNonNull(place, "place is null");
    requireNonNull(recordTime, "recordTime is null");
    requireNonNull(eventId, "eventId is null");
    requireNonNull(key, "key is null");
    requireNonNull(bytes, "bytes is null");
    faults = List.copyOf(faults);
    replays = List.copyOf(replays);
  }

  /**
   * What is wrong with a line of it, or with all of it.
   *
   * @param line the faulty line; 0 for the whole record
   * @param stage where the job found it: DECODE, CLEAN or ENRICH
   * @param reason the contract's code
   * @param detail a sentence, which may quote the record
   */
  public record Fault(int line, String stage, String reason, String detail) {
    /** The sentence, with what is not visible as itself written as an escape. */
    public String shown() {
      return Printable.text(detail);
    }
  }

  /**
   * When it was sent back, and where to.
   *
   * @param at wall clock
   * @param partition of its topic
   * @param offset of what was sent
   * @param repaired false for its original bytes
   */
  public record Replay(Instant at, int partition, long offset, boolean repaired) {}

  /** What its bytes hold, read anew. */
  public RecordContents contents() {
    // what lies in no topic of ours cannot be guessed; any topic reads what names its schema
    Topic topic =
        Topic.carriedBy(place.topic()).filter(Topic.EVENTS::contains).orElse(Topic.ORDERS);
    return RecordContents.of(bytes.orElse(null), topic);
  }

  /** Its first bytes, in rows. */
  public List<HexDump.Row> rows(RecordContents contents) {
    return HexDump.rows(bytes.orElse(new byte[0]), contents.read(), SHOWN);
  }

  /** Its first bytes, in hexadecimal digits alone. */
  public String hex() {
    byte[] all = bytes.orElse(new byte[0]);
    return HexFormat.of().formatHex(all, 0, Math.min(all.length, SHOWN));
  }

  /** How many bytes it has. */
  public int size() {
    return bytes.map(value -> value.length).orElse(0);
  }

  /** Its key as text. */
  public Optional<String> keyShown() {
    return key.map(value -> Printable.text(new String(value, StandardCharsets.UTF_8)));
  }

  /** The fields that could be read, as JSON; cut where that is very long. */
  public static String fields(RecordContents contents) {
    String json = PrintableJson.lines(EventJson.of(contents.fields()));
    return json.length() <= FIELDS_SHOWN ? json : json.substring(0, FIELDS_SHOWN) + "\n…";
  }

  /** A name for a file with its bytes. */
  String fileName() {
    return place.toString().replace('/', '-') + ".bin";
  }
}
