package dev.highstreet.cli.letters;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.highstreet.schemas.inspect.EventJson;
import dev.highstreet.schemas.inspect.RecordContents;
import java.util.HexFormat;

/** A letter for machines, and for people who mend it: its {@code event} can be sent back. */
final class LetterJson {
  private LetterJson() {}

  static ObjectNode of(Letter letter, RecordContents contents) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("place", letter.place().toString());
    root.put("topic", letter.place().topic().topicName());
    root.put("recordTime", letter.recordTime().toString());
    letter.eventId().ifPresent(id -> root.put("eventId", id.toString()));
    for (Letter.Fault fault : letter.faults()) {
      root.withArray("faults")
          .addObject()
          .put("line", fault.line())
          .put("stage", fault.stage())
          .put("reason", fault.reason())
          .put("detail", fault.detail());
    }
    for (Letter.Replay replay : letter.replays()) {
      root.withArray("replays")
          .addObject()
          .put("at", replay.at().toString())
          .put("to", place(letter, replay).toString())
          .put("repaired", replay.repaired());
    }
    letter.key().ifPresent(key -> root.put("key", HexFormat.of().formatHex(key)));
    root.put("bytes", letter.bytes() == null ? null : HexFormat.of().formatHex(letter.bytes()));
    contents.read().fingerprint().ifPresent(print -> root.put("fingerprint", hex(print)));
    contents.schema().ifPresent(schema -> root.put("schema", schema));
    contents.read().problem().ifPresent(problem -> root.put("problem", problem));
    root.set("event", EventJson.of(contents.fields()));
    return root;
  }

  static Place place(Letter letter, Letter.Replay replay) {
    return new Place(letter.place().topic(), replay.partition(), replay.offset());
  }

  static String hex(long fingerprint) {
    return "%016x".formatted(fingerprint);
  }
}
