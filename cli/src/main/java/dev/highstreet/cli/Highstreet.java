package dev.highstreet.cli;

import dev.highstreet.cli.backfill.BackfillCommand;
import dev.highstreet.cli.bench.BenchCommand;
import dev.highstreet.cli.calibrate.CalibrateCommand;
import dev.highstreet.cli.check.CheckCommand;
import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.LogFile;
import dev.highstreet.cli.console.Surroundings;
import dev.highstreet.cli.control.ControlCommand;
import dev.highstreet.cli.demo.DemoCommand;
import dev.highstreet.cli.doctor.DoctorCommand;
import dev.highstreet.cli.letters.DeadLettersCommand;
import dev.highstreet.cli.letters.ListLetters;
import dev.highstreet.cli.letters.ReplayLetters;
import dev.highstreet.cli.letters.ShowLetter;
import dev.highstreet.cli.replay.ReplayCommand;
import dev.highstreet.cli.sales.StopCommand;
import dev.highstreet.cli.sales.SubmitCommand;
import dev.highstreet.cli.send.SendCommand;
import dev.highstreet.cli.simulate.SimulateCommand;
import dev.highstreet.cli.up.UpCommand;
import dev.highstreet.cli.verify.VerifyCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command line as a whole. Whatever goes wrong is one line on standard error. */
@Command(
    name = "highstreet",
    description = "A shop, streamed, in which every number can be checked.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "highstreet COMMAND --help tells more."})
final class Highstreet {
  private Highstreet() {}

  /**
   * Runs one command.
   *
   * @return 0 done, 1 the answer is no, 2 used wrongly
   */
  static int run(Surroundings surroundings, String... arguments) {
    return line(surroundings).execute(arguments);
  }

  /** All commands, with their options. */
  static CommandLine line(Surroundings surroundings) {
    CommandLine line = new CommandLine(new Highstreet());
    line.addSubcommand(new DemoCommand(surroundings));
    line.addSubcommand(new ControlCommand(surroundings));
    line.addSubcommand(new UpCommand(surroundings));
    line.addSubcommand(new ReplayCommand(surroundings));
    line.addSubcommand(new SimulateCommand(surroundings));
    line.addSubcommand(new SendCommand(surroundings));
    line.addSubcommand(new CalibrateCommand(surroundings));
    line.addSubcommand(new SubmitCommand(surroundings));
    line.addSubcommand(new BackfillCommand(surroundings));
    line.addSubcommand(new StopCommand(surroundings));
    line.addSubcommand(deadLetters(surroundings));
    line.addSubcommand(new CheckCommand(surroundings));
    line.addSubcommand(new VerifyCommand(surroundings));
    line.addSubcommand(new BenchCommand(surroundings));
    line.addSubcommand(new DoctorCommand(surroundings));
    everywhere(line, surroundings);
    return line;
  }

  private static CommandLine deadLetters(Surroundings surroundings) {
    CommandLine line = new CommandLine(new DeadLettersCommand());
    line.addSubcommand(new ListLetters(surroundings));
    line.addSubcommand(new ShowLetter(surroundings));
    line.addSubcommand(new ReplayLetters(surroundings));
    return line;
  }

  private static void everywhere(CommandLine line, Surroundings surroundings) {
    line.getCommandSpec().mixinStandardHelpOptions(true);
    line.getCommandSpec().versionProvider(new Version());
    line.getCommandSpec().usageMessage().sortOptions(false).autoWidth(true);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
    line.setParameterExceptionHandler((problem, unused) -> usedWrongly(problem, surroundings));
    line.setExecutionExceptionHandler((problem, command, unused) -> failed(problem, surroundings));
    line.getSubcommands().values().forEach(command -> everywhere(command, surroundings));
  }

  private static int usedWrongly(ParameterException problem, Surroundings surroundings) {
    surroundings
        .err()
        .printf(
            "highstreet: %s (%s --help tells more)%n",
            oneLine(problem.getMessage()),
            problem.getCommandLine().getCommandSpec().qualifiedName());
    return CommandException.USED_WRONGLY;
  }

  private static int failed(Exception problem, Surroundings surroundings) {
    if (problem instanceof CancellationException) {
      return CommandException.ANSWER_IS_NO; // by a signal, which has said so
    }
    LogFile.current()
        .ifPresent(file -> LoggerFactory.getLogger(Highstreet.class).error("Failed", problem));
    if (problem instanceof CommandException told) {
      surroundings.err().println("highstreet: " + oneLine(told.getMessage()));
      return told.exitCode();
    }
    surroundings
        .err()
        .printf(
            "highstreet: unexpected %s: %s%s%n",
            problem.getClass().getSimpleName(),
            oneLine(String.valueOf(problem.getMessage())),
            LogFile.current().map(file -> "; details are in " + file).orElse(""));
    return CommandException.USED_WRONGLY;
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
