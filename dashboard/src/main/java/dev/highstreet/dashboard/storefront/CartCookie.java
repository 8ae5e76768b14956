package dev.highstreet.dashboard.storefront;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;

/** Keeps a visitor's cart with the visitor, for thirty days: signing in does not touch it. */
final class CartCookie {
  private static final String NAME = "highstreet_cart";
  private static final String PATH = "/storefront";
  private static final int THIRTY_DAYS = 30 * 24 * 60 * 60;

  private CartCookie() {}

  static Cart read(Context request) {
    return Cart.read(request.cookie(NAME));
  }

  static void write(Context request, Cart cart) {
    if (cart.size() == 0) {
      request.removeCookie(NAME, PATH);
      return;
    }
    boolean secure = request.scheme().equals("https");
    request.cookie(
        new Cookie(NAME, cart.toString(), PATH, THIRTY_DAYS, secure, true, null, SameSite.STRICT));
  }
}
