package dev.highstreet.cli.letters;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.Surroundings;
import dev.highstreet.cli.local.DatabaseAtHand;
import dev.highstreet.cli.local.ServerOptions;
import dev.highstreet.schemas.inspect.PrintableJson;
import dev.highstreet.schemas.inspect.RecordContents;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one dead letter. */
@Command(
    name = "show",
    description = {
      "Shows a quarantined record: what it is, where it was read, what is wrong with it, its bytes, and"
          + " what they hold as far as they can be read.",
      "The database is that of --database, of the platform that runs on --data, or the one that an"
          + " earlier platform left there."
    },
    footer = {
      "",
      "What --json prints can be edited, and sent back: its \"event\", with money in micros and times"
          + " in UTC. Of damaged bytes that holds what could be read.",
      "Exit code: 0 shown; 1 there is no such letter; 2 used wrongly."
    })
public final class ShowLetter implements Callable<Integer> {
  private final Surroundings surroundings;

  @Parameters(
      index = "0",
      paramLabel = "PLACE",
      converter = Place.Reader.class,
      description = "Where it was read: TOPIC/PARTITION/OFFSET, such as orders/0/17.")
  private Place place;

  @Option(names = "--json", description = "Print it as JSON, with the event in a form to edit.")
  private boolean json;

  @Mixin private ServerOptions options;

  /** A command in its surroundings. */
  public ShowLetter(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Letter letter =
        DatabaseAtHand.ask(
                options,
                surroundings,
                "dead-letters",
                ListLetters.NO_DATABASE,
                all -> new Letters(all).letter(place))
            .orElseThrow(() -> none(place));
    RecordContents contents = RecordContents.of(letter.bytes(), letter.place().topic());
    if (json) {
      surroundings.out().println(PrintableJson.lines(LetterJson.of(letter, contents)));
    } else {
      LetterText.print(letter, contents, surroundings.out());
    }
    return 0;
  }

  static CommandException none(Place place) {
    return CommandException.answerIsNo(
        "there is no dead letter at %s: dead-letters list tells where there are".formatted(place));
  }
}
