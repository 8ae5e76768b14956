package dev.highstreet.jobs.config;

import static dev.highstreet.jobs.config.ExampleJob.backfill;
import static dev.highstreet.jobs.config.ExampleJob.complete;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BackfillArgumentsTest {
  @Test
  void backfillHasItsDaysAndWhatTheOthersHave() {
    BackfillConfig config = backfill("--from=2011-12-01", "--to=2011-12-09", "--lateness=PT24H");
    assertThat(config.from()).isEqualTo("2011-12-01");
    assertThat(config.to()).isEqualTo("2011-12-09");
    assertThat(config.sales()).isEqualTo(complete("--lateness=PT24H"));
    assertThat(config.upload()).isEmpty();
    assertThat(backfill("--from=2011-12-01", "--to=2011-12-01", "--upload=upload-7").upload())
        .hasValue("upload-7");
    assertThat(
            backfill("--from=2011-12-01", "--to=2011-12-01", "--runtime=streaming").sales().batch())
        .isFalse();
  }

  @Test
  void backfillWithoutDaysOrWithDaysInTheWrongOrderIsRefused() {
    assertThatThrownBy(() -> backfill("--from=2011-12-01"))
        .hasMessageContaining("Missing required option: '--to=DAY'");
    assertThatThrownBy(() -> backfill("--from=1 December", "--to=2011-12-01"))
        .hasMessageContaining("'--from': '1 December' is no day; write one like 2011-12-01");
    assertThatThrownBy(() -> backfill("--from=2011-12-02", "--to=2011-12-01"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "ExampleJob: --from is 2011-12-02 and --to is 2011-12-01: the first day comes first; swap them (--help lists the arguments)");
  }
}
