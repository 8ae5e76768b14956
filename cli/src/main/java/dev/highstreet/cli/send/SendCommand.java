package dev.highstreet.cli.send;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.highstreet.cli.console.CommandException;
import dev.highstreet.cli.console.StatusLine;
import dev.highstreet.cli.console.Surroundings;
import dev.highstreet.dashboard.AccessEnvironment;
import dev.highstreet.dashboard.access.SigningSecret;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sends transactions to a webhook. */
@Command(
    name = "send",
    description = {
      "Sends transactions to a webhook: Highstreet's, or somebody else's that takes the same. Each delivery"
          + " is signed with the secret in HIGHSTREET_WEBHOOK_SECRET.",
      "What is not answered, or put off, is sent again under the same id, so that nothing counts twice."
    },
    footer = {
      "",
      "Without --file the transactions are made up: of --products, else of what GET /api/products beside the"
          + " webhook tells, else of a few products that come with the command.",
      "Exit code: 0 all were accepted; 1 some were not; 2 used wrongly."
    })
public final class SendCommand implements Callable<Integer> {
  private static final int MOST = 1_000_000;
  private static final int MOST_DELAY_MILLIS = 60_000;
  private static final int MOST_OF_A_DELIVERY = 1_000;
  private static final int MOST_ATTEMPTS = 100;

  private final Surroundings surroundings;

  @Option(
      names = "--url",
      paramLabel = "URL",
      required = true,
      description =
          "The webhook, such as http://127.0.0.1:8080; without a path it is /webhooks/transactions.")
  private String url;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "How many transactions to make up, up to 1,000,000; 1 without it.")
  private Integer count;

  @Option(
      names = "--file",
      paramLabel = "FILE.json",
      description = "Send these transactions instead: an array of them, or what a delivery holds.")
  private Path file;

  @Option(
      names = "--delay",
      paramLabel = "MS",
      defaultValue = "0",
      description = "Milliseconds between deliveries, up to 60,000; ${DEFAULT-VALUE}.")
  private int delay;

  @Option(
      names = "--batch",
      paramLabel = "N",
      defaultValue = "1",
      description = "Transactions in a delivery, up to 1,000; ${DEFAULT-VALUE}.")
  private int batch;

  @Option(
      names = "--attempts",
      paramLabel = "N",
      defaultValue = "8",
      description = "How often a delivery is sent before it is given up; ${DEFAULT-VALUE}.")
  private int attempts;

  @Option(
      names = "--products",
      paramLabel = "ID=PRICE",
      split = ",",
      description = "What made-up transactions are of, such as 85123A=2.55,22423=12.75.")
  private Map<String, BigDecimal> products = new LinkedHashMap<>();

  @Option(
      names = "--store",
      paramLabel = "ID",
      description =
          "Where made-up transactions happen; else a website of GET /api/stores, else WEB.")
  private String store;

  @Option(names = "--json", description = "Sum up in one line for machines.")
  private boolean json;

  /** A command in its surroundings. */
  public SendCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    validate();
    Target target = Target.of(url);
    SigningSecret secret = secret();
    HttpSender http = new HttpSender(target, secret, Clock.systemUTC());
    List<ObjectNode> given = file == null ? List.of() : GivenTransactions.read(file);
    Supplier<ObjectNode> next = file == null ? madeUp(target) : given.iterator()::next;
    int total = file == null ? Optional.ofNullable(count).orElse(1) : given.size();
    Tally tally = new Tally(total);
    StatusLine status = new StatusLine(surroundings);
    Courier courier = new Courier(http, new Backoff(attempts), tally, line -> tell(status, line));
    try (StopOnSignal signal = StopOnSignal.begin()) {
      for (int sent = 0; sent < total && !signal.hasCome(); sent += batch) {
        send(sent, Math.min(sent + batch, total), next, courier);
        status.show(tally.progress());
      }
      status.end();
      surroundings.out().println(json ? tally.asJson() : tally.asText());
    }
    return tally.allAccepted() ? 0 : CommandException.ANSWER_IS_NO;
  }

  private void send(int from, int to, Supplier<ObjectNode> next, Courier courier) {
    try {
      if (from > 0) {
        Thread.sleep(delay);
      }
      List<ObjectNode> transactions = new ArrayList<>();
      for (int i = from; i < to; i++) {
        transactions.add(next.get());
      }
      courier.deliver(transactions);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // by a signal: what there is so far is summed up
    }
  }

  private void tell(StatusLine status, String line) {
    status.end();
    surroundings.err().println(line);
  }

  private Supplier<ObjectNode> madeUp(Target target) {
    Goods goods =
        products.isEmpty()
            ? Goods.toldBy(target, line -> surroundings.err().println(line))
            : Goods.named(products);
    return new MadeUpTransactions(store == null ? goods : goods.at(store));
  }

  private SigningSecret secret() {
    String name = AccessEnvironment.WEBHOOK_SECRET;
    String secret =
        surroundings
            .variable(name)
            .orElseThrow(
                () ->
                    CommandException.usedWrongly(
                        "there is nothing to sign with: set %s to the secret that the receiver knows"
                            .formatted(name)));
    try {
      return SigningSecret.of(secret);
    } catch (IllegalArgumentException e) {
      throw CommandException.usedWrongly("%s: %s".formatted(name, e.getMessage()), e);
    }
  }

  private void validate() {
    within("--delay", delay, 0, MOST_DELAY_MILLIS);
    within("--batch", batch, 1, MOST_OF_A_DELIVERY);
    within("--attempts", attempts, 1, MOST_ATTEMPTS);
    if (count != null) {
      within("--count", count, 1, MOST);
    }
    if (file != null && (count != null || !products.isEmpty() || store != null)) {
      throw CommandException.usedWrongly(
          "--file says what to send: leave out --count, --products and --store");
    }
  }

  private static void within(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw CommandException.usedWrongly(
          String.format(
              Locale.ROOT, "%s is %d; it must be from %d to %d", option, value, least, most));
    }
  }
}
