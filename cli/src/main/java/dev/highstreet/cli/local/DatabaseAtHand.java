package dev.highstreet.cli.local;

import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.LogFile;
import dev.highstreet.cli.console.Surroundings;
import java.util.function.Function;

/**
 * The database that a command looks into: the one that is named, that of the platform that runs on
 * {@code --data}, or the one that an earlier platform left there, which is started for as long as
 * it takes.
 */
public final class DatabaseAtHand {
  private DatabaseAtHand() {}

  /**
   * Looks into it.
   *
   * @param command names the log, should a database have to be started
   * @param nothing what to say where there is no database: formatted with the data directory
   * @throws CommandException if there is none, or it does not start
   */
  public static <A> A ask(
      ServerOptions options,
      Surroundings surroundings,
      String command,
      String nothing,
      Function<Databases, A> question) {
    ServersInUse servers = ServersInUse.of(options, surroundings);
    if (servers.databasesIfAny().isPresent()) {
      return question.apply(servers.databases());
    }
    DataDirectory data = servers.data();
    if (!data.holdsData()) {
      throw CommandException.usedWrongly(nothing.formatted(data.root()));
    }
    try (DataDirectory.Lock lock = data.lock()) {
      LogFile.open(data.logs(), command);
      return askKept(lock, question);
    }
  }

  private static <A> A askKept(DataDirectory.Lock lock, Function<Databases, A> question) {
    try (KeptPostgres postgres = KeptPostgres.start(lock)) {
      return question.apply(postgres.databases());
    }
  }
}
