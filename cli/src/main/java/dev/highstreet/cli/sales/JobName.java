package dev.highstreet.cli.sales;

import java.util.Locale;

/** The jobs that can be submitted and stopped, as commands name them. */
enum JobName {
  /** The sales marts. */
  SALES;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
