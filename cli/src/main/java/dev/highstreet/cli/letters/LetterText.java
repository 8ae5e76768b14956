package dev.highstreet.cli.letters;

import dev.highstreet.schemas.inspect.EventJson;
import dev.highstreet.schemas.inspect.HexDump;
import dev.highstreet.schemas.inspect.Printable;
import dev.highstreet.schemas.inspect.PrintableJson;
import dev.highstreet.schemas.inspect.RecordContents;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A letter for people. Nothing of what the record holds reaches the terminal unescaped. */
final class LetterText {
  private LetterText() {}

  static void print(Letter letter, RecordContents contents, PrintStream out) {
    out.printf("%s, written %s%n", letter.place(), letter.recordTime());
    letter
        .key()
        .ifPresent(
            key ->
                out.printf("key    %s%n", Printable.text(new String(key, StandardCharsets.UTF_8))));
    letter.eventId().ifPresent(id -> out.printf("event  %s%n", id));
    out.println();
    for (Letter.Fault fault : letter.faults()) {
      out.printf(
          "%-8s %s, %s: %s%n",
          fault.line() == 0 ? "whole" : "line " + fault.line(),
          fault.reason(),
          fault.stage(),
          Printable.text(fault.detail()));
    }
    for (Letter.Replay replay : letter.replays()) {
      out.printf(
          "sent back %s to %s%s%n",
          replay.at(), LetterJson.place(letter, replay), replay.repaired() ? ", mended" : "");
    }
    out.println();
    if (letter.bytes() != null) {
      HexDump.of(letter.bytes()).forEach(out::println);
      out.println();
    }
    print(contents, out);
  }

  private static void print(RecordContents contents, PrintStream out) {
    contents
        .read()
        .problem()
        .ifPresent(problem -> out.printf("Not an event: %s.%n", Printable.text(problem)));
    if (contents.read().fingerprint().isPresent() && contents.read().schema().isEmpty()) {
      out.println("Known schemas:");
      for (Map.Entry<String, Long> known : contents.known().entrySet()) {
        out.printf("  %s  %s%n", LetterJson.hex(known.getValue()), known.getKey());
      }
    }
    if (contents.fields().isEmpty()) {
      return;
    }
    out.printf(
        "%s %s:%n",
        contents.guess().isPresent()
            ? "What follows the fingerprint fits, to the last byte,"
            : contents.read().isWhole() ? "Read as" : "What could be read, as",
        contents.schema().orElseThrow());
    out.println(PrintableJson.lines(EventJson.of(contents.fields())));
  }
}
