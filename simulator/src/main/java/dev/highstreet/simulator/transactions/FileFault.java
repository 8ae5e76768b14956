package dev.highstreet.simulator.transactions;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.EOFException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;

/** What is wrong with a file, in the words of a user rather than of the runtime. */
public final class FileFault {
  private FileFault() {}

  /** One line that says why, without a full stop. */
  public static String describe(Exception fault) {
    if (fault instanceof NoSuchFileException) {
      return "there is no such file";
    }
    if (fault instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (fault instanceof EOFException || fault instanceof ZipException) {
      return "the gzip data is damaged or cut short (%s)".formatted(fault.getMessage());
    }
    if (fault instanceof CsvParseException) {
      return "the next row is too long; look for a quote (\") that is never closed";
    }
    if (fault instanceof CharacterCodingException) {
      return "it is not written in UTF-8";
    }
    return fault.getMessage();
  }
}
