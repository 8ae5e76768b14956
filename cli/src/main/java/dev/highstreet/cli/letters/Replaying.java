package dev.highstreet.cli.letters;

import static java.util.Objects.requireNonNull;

import dev.highstreet.schemas.EventDecoder;
import dev.highstreet.schemas.EventEncoder;
import dev.highstreet.schemas.EventId;
import dev.highstreet.schemas.inspect.EventJson;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;

/** Judges letters one by one, sends what is worth it, and writes down what was sent. */
final class Replaying {
  private static final int EVENT_ID = 0; // where every event has it: a rule of the contract

  private final Letters letters;
  private final LetterSender sender;
  private final LiveClock clock;
  private final Manner manner;
  private final EventDecoder decoder = new EventDecoder();
  private final EventEncoder encoder = new EventEncoder();

  /**
   * How somebody wants it.
   *
   * @param repair what is sent instead of the original bytes
   * @param named whether what nobody here can judge is sent, too: somebody asked for it
   * @param again whether what was sent before is sent again
   * @param dryRun whether nothing is sent
   */
  record Manner(Optional<Repair> repair, boolean named, boolean again, boolean dryRun) {
    Manner {
      requireNonNull(repair, "repair is null");
    }
  }

  /**
   * What became of a letter.
   *
   * @param sent whether it was sent, or would be in a dry run
   * @param to where to; empty in a dry run, or if it was not sent
   * @param why a sentence
   * @param outlook what the job will make of it, if it was sent
   */
  record Result(boolean sent, Optional<Place> to, String why, Optional<String> outlook) {
    static Result kept(String why) {
      return new Result(false, Optional.empty(), why, Optional.empty());
    }
  }

  Replaying(Letters letters, LetterSender sender, LiveClock clock, Manner manner) {
    this.letters = requireNonNull(letters, "letters is null");
    this.sender = requireNonNull(sender, "sender is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.manner = requireNonNull(manner, "manner is null");
  }

  /**
   * Sends one letter, or says why not.
   *
   * @throws dev.highstreet.cli.console.CommandException if a mended event cannot take its place, or
   *     Kafka does not take it
   */
  Result replay(Letter letter) {
    if (!letter.replays().isEmpty() && !manner.again()) {
      Letter.Replay last = letter.replays().get(letter.replays().size() - 1);
      return Result.kept(
          "it was sent back %s, to %s; --again sends it once more"
              .formatted(last.at(), LetterJson.place(letter, last)));
    }
    return manner.repair().isPresent() ? mended(letter, manner.repair().get()) : unchanged(letter);
  }

  private Result unchanged(Letter letter) {
    Judgement judgement = Judgement.of(letter, decoder, clock);
    boolean send =
        switch (judgement.verdict()) {
          case VALID_NOW -> true;
          case NOT_KNOWN -> manner.named();
          case IN_VAIN -> false;
        };
    if (!send) {
      return Result.kept(judgement.why());
    }
    Optional<Place> to = manner.dryRun() ? Optional.empty() : Optional.of(sender.sendAgain(letter));
    return sent(letter, judgement.event(), to, judgement.why(), false);
  }

  private Result mended(Letter letter, Repair repair) {
    SpecificRecord event = repair.event(letter, clock);
    Optional<Place> to =
        manner.dryRun()
            ? Optional.empty()
            : Optional.of(sender.sendMended(letter, event, encoder.encode(event)));
    return sent(letter, event, to, "mended", true);
  }

  private Result sent(
      Letter letter, SpecificRecord event, Optional<Place> to, String why, boolean repaired) {
    UUID id = EventJson.id(((EventId) event.get(EVENT_ID)).bytes());
    Outlook outlook =
        Outlook.of(
            letter.place().topic(),
            Judgement.occurredAt(event),
            Judgement.receivedAt(event),
            clock,
            letters.hasAccepted(LetterSender.key(event), id));
    to.ifPresent(
        place -> letters.replayed(letter.place(), place.partition(), place.offset(), id, repaired));
    return new Result(true, to, why, Optional.of(outlook.sentence(clock)));
  }
}
