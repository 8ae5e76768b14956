package dev.highstreet.dashboard.webhook;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.highstreet.dashboard.access.Change;
import dev.highstreet.dashboard.access.Changes;
import dev.highstreet.dashboard.access.SigningSecret;
import dev.highstreet.dashboard.intake.Amount;
import dev.highstreet.dashboard.intake.Receipt;
import dev.highstreet.dashboard.intake.Till;
import dev.highstreet.dashboard.shell.RequestProblem;
import dev.highstreet.dashboard.shell.Role;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.plugin.bundled.RateLimitPlugin;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * {@code POST /webhooks/transactions}: what another system has sold. Whoever knows the secret may;
 * the signature comes first, and nothing of a body is looked at before.
 */
public final class Webhook implements AutoCloseable {
  /** Its path. */
  public static final String PATH = "/webhooks/transactions";

  /** The header with the HMAC-SHA512 of the body, as it is on the wire. */
  public static final String SIGNATURE = "X-Signature";

  private static final String ACTOR = "webhook";

  /** Of one address: each of them may be a thousand transactions. */
  static final int DELIVERIES_A_MINUTE = 1_200;

  private static final String TRY_AGAIN_SECONDS = "10";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Optional<SigningSecret> secret;
  private final Changes changes;
  private final Supplier<Optional<Till>> till;
  private final Clock clock;
  private final Deliveries deliveries;

  /**
   * Takes deliveries that are signed with this secret, and records them as this role of the
   * database, which may add to {@code ops.webhook_deliveries}.
   *
   * @param till where orders are taken, asked each time
   * @param clock ours, with which a sender's is compared
   */
  public Webhook(
      Optional<SigningSecret> secret,
      Changes changes,
      Supplier<Optional<Till>> till,
      Clock clock,
      String url,
      String user,
      String password) {
    this.secret = requireNonNull(secret, "secret is null");
    this.changes = requireNonNull(changes, "changes is null");
    this.till = requireNonNull(till, "till is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.deliveries = Deliveries.open(url, user, password);
  }

  /** Adds the route. */
  public void serve(RoutesConfig routes) {
    routes.post(PATH, this::receive, Role.ANYONE);
  }

  private void receive(Context request) throws Exception {
    limit(request);
    SigningSecret shared = secret.orElseThrow(Webhook::closed);
    refuseOtherTypes(request);
    byte[] body = request.bodyAsBytes(); // 413 beyond what the server takes of any body
    String signature = Optional.ofNullable(request.header(SIGNATURE)).orElse("").strip();
    if (!shared.signed(body, signature)) {
      throw new RequestProblem(
          HttpStatus.UNAUTHORIZED,
          "Not signed",
          "%s must be the HMAC-SHA512 of the body as it is sent, in 128 hexadecimal digits, with the secret that both sides share."
              .formatted(SIGNATURE));
    }
    changes.perform(
        ACTOR, "take transactions", request, (unused, change) -> take(request, body, change));
  }

  private static void limit(Context request) {
    try {
      request.with(RateLimitPlugin.class).requestPerTimeUnit(DELIVERIES_A_MINUTE, TimeUnit.MINUTES);
    } catch (HttpResponseException e) {
      request.header("Retry-After", TRY_AGAIN_SECONDS);
      throw new RequestProblem(
          HttpStatus.TOO_MANY_REQUESTS,
          "Too many deliveries",
          "%d a minute are taken from one address, of up to %d transactions each: put more into one, or wait."
              .formatted(DELIVERIES_A_MINUTE, Delivery.MOST_TRANSACTIONS));
    }
  }

  private static RequestProblem closed() {
    return new RequestProblem(
        HttpStatus.NOT_FOUND,
        "There is no webhook here",
        "This dashboard was started without a secret to know senders by: set HIGHSTREET_WEBHOOK_SECRET.");
  }

  private static void refuseOtherTypes(Context request) {
    String type = Optional.ofNullable(request.contentType()).orElse("");
    String essence = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (!essence.equals("application/json") || request.header("Content-Encoding") != null) {
      throw new RequestProblem(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "Not JSON",
          "The body must be application/json, without a Content-Encoding.");
    }
  }

  private void take(Context request, byte[] body, Change change) {
    Delivery delivery = Delivery.read(body, clock.instant());
    delivery.refuseOthers(request.header("X-Id"), request.header("X-Timestamp"));
    change.target("delivery " + delivery.id());
    change.detail("%d transactions".formatted(delivery.orders().size()));
    List<Receipt> receipts = take(request, delivery);
    request.status(HttpStatus.ACCEPTED).contentType("application/json");
    request.result(answer(delivery, receipts).toString());
  }

  private List<Receipt> take(Context request, Delivery delivery) {
    try {
      Till open =
          till.get()
              .orElseThrow(
                  () ->
                      new RequestProblem(
                          HttpStatus.SERVICE_UNAVAILABLE,
                          "Nothing takes orders now",
                          "No till is open behind this dashboard. Send it again later, under the same id."));
      return deliveries.once(delivery, () -> open.take(delivery.orders()));
    } catch (RequestProblem e) {
      if (e.status() == HttpStatus.SERVICE_UNAVAILABLE) {
        request.header("Retry-After", "1");
      }
      throw e;
    }
  }

  private static ObjectNode answer(Delivery delivery, List<Receipt> receipts) {
    ObjectNode answer = JSON.createObjectNode().put("id", delivery.id());
    ArrayNode transactions = answer.putArray("transactions");
    for (Receipt receipt : receipts) {
      transactions
          .addObject()
          .put("orderId", receipt.orderId())
          .put("occurredAt", receipt.occurredAt().toString())
          .put("total", Amount.text(receipt.totalMicros()));
    }
    return answer;
  }

  @Override
  public void close() {
    deliveries.close();
  }
}
