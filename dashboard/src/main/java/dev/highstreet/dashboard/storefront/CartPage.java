package dev.highstreet.dashboard.storefront;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.highstreet.dashboard.access.Change;
import dev.highstreet.dashboard.catalogue.Product;
import dev.highstreet.dashboard.catalogue.ProductQuery;
import dev.highstreet.dashboard.catalogue.Store;
import dev.highstreet.dashboard.catalogue.StoreQuery;
import dev.highstreet.dashboard.intake.Basket;
import dev.highstreet.dashboard.intake.Till;
import dev.highstreet.dashboard.shell.Frame;
import dev.highstreet.dashboard.shell.LastKnown;
import dev.highstreet.dashboard.shell.LastKnownEach;
import dev.highstreet.dashboard.shell.Panel;
import dev.highstreet.dashboard.shell.Parameters;
import dev.highstreet.dashboard.shell.RequestProblem;
import dev.highstreet.dashboard.shell.Shell;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code /storefront/cart}: what was put aside, and checkout. {@code ?put=ID&quantity=N} sets how
 * many of a product there are, however often it is asked: the cart is a cookie of its visitor's,
 * and nothing of ours changes before checkout.
 */
final class CartPage {
  private static final int MOST_STORES = 200;
  private static final int CARTS = 500;
  private static final Duration KEEP = Duration.ofMillis(250);
  private static final Predicate<String> IS_A_CHECKOUT =
      Pattern.compile("[0-9a-f-]{36}").asMatchPredicate();

  private final Shell shell;
  private final LastKnownEach<List<String>, List<Product>> products;
  private final LastKnown<List<Store>> stores;
  private final Till till;

  /** Order ids by checkout: pressed twice, it is one order. */
  private final Cache<String, String> placed =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofHours(1)).build();

  CartPage(Shell shell, Till till) {
    this.shell = requireNonNull(shell, "shell is null");
    ProductQuery sold = new ProductQuery(shell.database());
    this.products = new LastKnownEach<>(sold::ofIds, CARTS, KEEP, shell.clock());
    StoreQuery where = new StoreQuery(shell.database());
    this.stores = new LastKnown<>(() -> where.after("", MOST_STORES), KEEP, shell.clock());
    this.till = requireNonNull(till, "till is null");
  }

  void show(Context request) {
    Parameters parameters = Parameters.of(request);
    Cart cart = CartCookie.read(request);
    Optional<String> put = parameters.get("put");
    if (put.isPresent() && !isFromElsewhere(request)) {
      int quantity = parameters.number("quantity", 1, 0, Basket.MOST_OF_A_LINE);
      CartCookie.write(request, cart.with(put.get(), quantity));
      request.redirect("/storefront/cart", HttpStatus.SEE_OTHER);
      return;
    }
    Frame frame = shell.frame(request, "storefront", "Cart", "/live?page=storefront", "");
    boolean empty = cart.size() == 0;
    Panel<List<Product>> known =
        empty ? Panel.of(List::<Product>of) : products.get(List.copyOf(cart.quantities().keySet()));
    CartView view =
        new CartView(
            CartView.lines(cart, tiles(known.orThrow())),
            empty ? List.of() : selling(),
            UUID.randomUUID().toString(),
            frame.guest().csrf(),
            known,
            shell.format());
    request.render("storefront/cart.jte", Map.of("frame", frame, "view", view));
  }

  /** A link on another site is not to fill anybody's cart. */
  private static boolean isFromElsewhere(Context request) {
    return "cross-site".equals(request.header("Sec-Fetch-Site"));
  }

  private Map<String, Tile> tiles(List<Product> known) {
    Map<String, Long> available = till.available(known.stream().map(Product::id).toList());
    return known.stream()
        .map((Product product) -> Tile.of(product, available))
        .collect(Collectors.toMap(tile -> tile.product().id(), Function.identity()));
  }

  /** The website first: that is where this is. */
  private List<Store> selling() {
    return stores.get().orThrow().stream()
        .sorted(Comparator.comparing((Store store) -> !store.type().equals("WEBSITE")))
        .toList();
  }

  /** Places the order that the cart is, and empties the cart. */
  void checkOut(Context request, Change change) {
    Cart cart = CartCookie.read(request);
    String once = Optional.ofNullable(request.formParam("once")).filter(IS_A_CHECKOUT).orElse("");
    String before = placed.getIfPresent(once);
    if (before == null && cart.size() == 0) {
      throw RequestProblem.wrongField("lines", "0 lines", "a cart with something in it");
    }
    String orderId = once.isEmpty() ? order(request, cart) : orderOnce(request, cart, once);
    change.target(orderId);
    change.detail("%d lines, from the storefront".formatted(cart.lines().size()));
    CartCookie.write(request, Cart.empty());
    request.redirect("/storefront/orders/" + Tile.encoded(orderId), HttpStatus.SEE_OTHER);
  }

  private String orderOnce(Context request, Cart cart, String once) {
    return placed.get(once, name -> order(request, cart));
  }

  private String order(Context request, Cart cart) {
    Basket basket =
        new Basket(
            cart.lines(),
            Optional.ofNullable(request.formParam("store")).filter(id -> !id.isBlank()),
            Optional.empty(),
            Optional.ofNullable(request.formParam("payment")).orElse("CARD"),
            request.ip(),
            Optional.ofNullable(request.userAgent())
                .map(agent -> agent.substring(0, Math.min(500, agent.length())))
                .orElse(""));
    return till.order(basket).orderId();
  }
}
