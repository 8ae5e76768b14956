package dev.highstreet.cli.letters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.FileProblem;
import dev.highstreet.schemas.EventId;
import dev.highstreet.schemas.EventIdentity;
import dev.highstreet.schemas.OrderPlaced;
import dev.highstreet.schemas.OrderReturned;
import dev.highstreet.schemas.inspect.EventJson;
import dev.highstreet.schemas.inspect.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/**
 * A mended event from a file, to take the place of a letter.
 *
 * @param file JSON: an event, or what {@code dead-letters show --json} printed, with its event
 * @param newId whether the event gets a new id, which follows from its content
 */
record Repair(Path file, boolean newId) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final int EVENT_ID = 0; // where every event has it: a rule of the contract

  Repair {
    requireNonNull(file, "file is null");
  }

  /**
   * The mended event.
   *
   * @throws CommandException if it cannot take the letter's place; the message names the field, or
   *     says why an id must be new
   */
  SpecificRecord event(Letter letter, LiveClock clock) {
    SpecificRecord event = new EventForm(letter.place().topic()).read(json());
    refuseIfCountedTwice(letter, event);
    if (newId) {
      event = new EventIdentity().assign(event);
    }
    UUID id = EventJson.id(((EventId) event.get(EVENT_ID)).bytes());
    if (id.equals(new UUID(0, 0))) {
      throw CommandException.usedWrongly(
          "eventId is all zeros: give the event an id, or add --new-event-id");
    }
    if (idHasPassed(letter) && letter.eventId().map(id::equals).orElse(false)) {
      throw CommandException.usedWrongly(
          "an event with the id of %s has passed already, so under this id it counts as repeated: %s"
              .formatted(
                  letter.place(), newId ? "nothing in it was changed" : "add --new-event-id"));
    }
    EventClocks.fault(
            Judgement.occurredAt(event), Judgement.receivedAt(event), letter.recordTime(), clock)
        .ifPresent(
            fault -> {
              throw CommandException.usedWrongly(fault);
            });
    return event;
  }

  private static boolean idHasPassed(Letter letter) {
    return letter.whole().map(fault -> fault.stage().equals("ENRICH")).orElse(true);
  }

  /** Of an order that was accepted without a line, a second event would count the others again. */
  private static void refuseIfCountedTwice(Letter letter, SpecificRecord event) {
    boolean accepted = letter.whole().isEmpty();
    boolean sameKey =
        letter
            .key()
            .map(key -> new String(key, UTF_8).equals(LetterSender.key(event)))
            .orElse(true);
    if (accepted && sameKey && (event instanceof OrderPlaced || event instanceof OrderReturned)) {
      throw CommandException.usedWrongly(
          "%s was accepted but for its faulty lines: a second event with its id would count the others twice; give what is missing an order of its own"
              .formatted(letter.place()));
    }
  }

  private JsonNode json() {
    try {
      JsonNode root = JSON.readTree(Files.readString(file));
      return root.path("event").isObject() ? root.path("event") : root;
    } catch (JsonProcessingException e) {
      throw CommandException.usedWrongly(
          "%s is no JSON: %s, in line %d"
              .formatted(
                  file,
                  Printable.text(e.getOriginalMessage()),
                  e.getLocation() == null ? 1 : e.getLocation().getLineNr()),
          e);
    } catch (IOException e) {
      throw CommandException.usedWrongly(
          "cannot read %s: %s".formatted(file, FileProblem.describe(e)), e);
    }
  }
}
