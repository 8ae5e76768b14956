package dev.highstreet.jobs.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReasonTest {

  @Test
  void theContractNamesEveryReasonAndNoOther() throws Exception {
    String contract = Files.readString(Path.of("..", "docs", "contract.md"));
    List<String> named =
        Pattern.compile("(?m)^\\| `([A-Z_]+)` \\|")
            .matcher(contract)
            .results()
            .map(match -> match.group(1))
            .toList();

    assertThat(named)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Reason.values()).map(Reason::name).toList());
  }
}
