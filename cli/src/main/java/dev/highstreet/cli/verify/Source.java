package dev.highstreet.cli.verify;

import dev.highstreet.cli.console.CommandException;
import java.sql.SQLException;

/** From where it is known what happened. */
interface Source {
  /** Where that is, in words. */
  String named();

  /**
   * The other engine, with what it needs to answer.
   *
   * @throws CommandException if there is no room for it, or what it reads is of no use
   */
  KeyDatabase answers() throws SQLException;
}
