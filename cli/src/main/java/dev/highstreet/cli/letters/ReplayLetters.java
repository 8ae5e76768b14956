package dev.highstreet.cli.letters;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.LogFile;
import dev.highstreet.cli.console.Surroundings;
import dev.highstreet.cli.local.ServerOptions;
import dev.highstreet.cli.local.ServersInUse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends dead letters back into their topics. */
@Command(
    name = "replay",
    description = {
      "Sends quarantined records back into the topics they came from, with their original bytes, key"
          + " and record time, where what was wrong with them is wrong no longer: where they decode"
          + " now. Or, with --event, a mended event in the place of one.",
      "Whether the job's rules for content have changed is not known here: letters that broke one are"
          + " sent only if they are named, or their reason is.",
      "Servers are those that are named, or those of the platform that runs on --data."
    },
    footer = {
      "",
      "A replay keeps the event's id, so a second one changes nothing: it counts as repeated, or as"
          + " behind. One that is recorded is refused without --again. Time goes on meanwhile: what"
          + " comes too late to be counted by the live job is set aside, and a backfill of its day"
          + " counts it. Each line says what to expect.",
      "Exit code: 0 done; 1 a letter that was named was not sent; 2 used wrongly."
    })
public final class ReplayLetters implements Callable<Integer> {
  private final Surroundings surroundings;

  /** Which letters: one of the three. */
  private static final class Which {
    @Parameters(
        arity = "1..*",
        paramLabel = "PLACE",
        converter = Place.Reader.class,
        description = "Where letters were read: TOPIC/PARTITION/OFFSET, such as orders/0/17.")
    private List<Place> places;

    @Option(
        names = "--reason",
        required = true,
        paramLabel = "REASON",
        description = "All of a reason, such as UNKNOWN_SCHEMA.")
    private String reason;

    @Option(names = "--all", required = true, description = "All that are valid now.")
    private boolean all;
  }

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Which which;

  @Option(
      names = "--event",
      paramLabel = "FILE",
      description =
          "A mended event, to be sent in the place of one letter: JSON as show --json prints it."
              + " receivedAt stays what it was: mending is not receiving.")
  private Path event;

  @Option(
      names = "--new-event-id",
      description =
          "With --event: under a new id, which follows from its content. For an order whose store or"
              + " products were missed: its own id has passed. The original must not become valid"
              + " later, or both count.")
  private boolean newEventId;

  @Option(names = "--again", description = "Letters that were sent back before, too.")
  private boolean again;

  @Option(names = "--dry-run", description = "Send nothing; say what would be sent.")
  private boolean dryRun;

  @Option(names = "--json", description = "Print one line for machines.")
  private boolean json;

  @Mixin private ServerOptions options;

  /** A command in its surroundings. */
  public ReplayLetters(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    validate();
    ServersInUse servers = ServersInUse.of(options, surroundings);
    Letters letters = new Letters(servers.databases());
    String kafka = servers.kafka();
    LogFile.open(servers.data().logs(), "dead-letters");
    Replaying.Manner manner =
        new Replaying.Manner(
            Optional.ofNullable(event).map(file -> new Repair(file, newEventId)),
            !which.all,
            again,
            dryRun);
    ReplayReport report = new ReplayReport(surroundings.out(), json, dryRun);
    try (LetterSender sender = new LetterSender(kafka)) {
      Replaying replaying =
          new Replaying(letters, sender, LiveClock.read(servers.databases()), manner);
      for (Place place : places(letters)) {
        Letter letter = letters.letter(place).orElseThrow(() -> ShowLetter.none(place));
        report.add(place, replaying.replay(letter));
      }
    }
    report.end();
    return which.places != null && report.kept() > 0 ? CommandException.ANSWER_IS_NO : 0;
  }

  private List<Place> places(Letters letters) {
    if (which.places != null) {
      return which.places.stream().distinct().toList();
    }
    return letters.places(which.all ? Selection.ALL : Selection.of(which.reason));
  }

  private void validate() {
    if (event != null && (which.places == null || which.places.size() != 1)) {
      throw CommandException.usedWrongly("--event takes the place of one letter: name its PLACE");
    }
    if (newEventId && event == null) {
      throw CommandException.usedWrongly(
          "--new-event-id goes with --event: unchanged bytes under a new id could count twice");
    }
  }
}
