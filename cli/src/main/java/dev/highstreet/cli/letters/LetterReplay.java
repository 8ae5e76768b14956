package dev.highstreet.cli.letters;

import static java.util.Objects.requireNonNull;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.local.Databases;
import dev.highstreet.schemas.Topic;
import java.util.Optional;

/** Sends single dead letters back, for who has no terminal. */
public final class LetterReplay {
  private final Databases databases;
  private final String kafka;

  /** Letters of this database, into the topics of this Kafka. */
  public LetterReplay(Databases databases, String kafka) {
    this.databases = requireNonNull(databases, "databases is null");
    this.kafka = requireNonNull(kafka, "kafka is null");
  }

  /**
   * Sends one.
   *
   * @return where it went, and what the job will make of it, in a sentence
   * @throws CommandException with the reason if it was not sent
   */
  public String replay(String topic, int partition, long offset) {
    Place place =
        new Place(
            Topic.named(topic)
                .orElseThrow(() -> CommandException.usedWrongly("there is no topic " + topic)),
            partition,
            offset);
    Letters letters = new Letters(databases);
    Letter letter = letters.letter(place).orElseThrow(() -> ShowLetter.none(place));
    try (LetterSender sender = new LetterSender(kafka)) {
      Replaying.Manner asIs = new Replaying.Manner(Optional.empty(), true, false, false);
      Replaying.Result result =
          new Replaying(letters, sender, LiveClock.read(databases), asIs).replay(letter);
      if (!result.sent()) {
        throw CommandException.answerIsNo("%s was not sent: %s".formatted(place, result.why()));
      }
      return "%s was sent%s: %s%s."
          .formatted(
              place,
              result.to().map(to -> " to " + to).orElse(""),
              result.why(),
              result.outlook().map(outlook -> "; " + outlook).orElse(""));
    }
  }
}
