package dev.highstreet.cli.letters;

import picocli.CommandLine.Command;

/** The dead letters: what the jobs put aside because something was wrong with it. */
@Command(
    name = "dead-letters",
    description = {
      "Shows what was quarantined, and sends it back in: list, show, replay.",
      "A letter is a record, or a line of one, that broke a rule of docs/contract.md. It is named by"
          + " the place where it was read: TOPIC/PARTITION/OFFSET, such as orders/0/17."
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "highstreet dead-letters COMMAND --help tells more."})
public final class DeadLettersCommand {}
