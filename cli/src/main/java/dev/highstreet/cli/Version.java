package dev.highstreet.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version, as the build wrote it into the jar's manifest. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String built =
        Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
            .orElse("(not built into a jar)");
    return new String[] {"highstreet " + built};
  }
}
