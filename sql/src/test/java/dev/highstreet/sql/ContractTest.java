package dev.highstreet.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContractTest {

  @Test
  void everyMartThatTheContractNamesExists() throws IOException {
    String contract = Files.readString(Path.of("..", "docs", "contract.md"));

    assertThat(found(contract, "`((?:hourly|daily|monthly)_\\w+)`"))
        .hasSizeGreaterThan(10)
        .isSubsetOf(marts());
  }

  private static Set<String> marts() throws IOException {
    Set<String> marts = new TreeSet<>();
    try (Stream<Path> migrations = Files.list(Path.of("migrations"))) {
      for (Path migration : migrations.toList()) {
        marts.addAll(found(Files.readString(migration), "CREATE TABLE mart\\.(\\w+)"));
      }
    }
    return marts;
  }

  private static Set<String> found(String text, String pattern) {
    Set<String> found = new TreeSet<>();
    Pattern.compile(pattern).matcher(text).results().forEach(match -> found.add(match.group(1)));
    return found;
  }
}
