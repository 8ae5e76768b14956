package dev.highstreet.dashboard.transactions;

import dev.highstreet.dashboard.shell.Format;
import dev.highstreet.dashboard.shell.Panel;
import java.util.Optional;

/**
 * Everything that the Transactions page shows.
 *
 * @param filter what was asked for
 * @param orders one page of them
 * @param opened the order in the drawer, where one was asked for; empty inside if there is none
 *     such
 * @param format writes times in the business zone
 */
public record TransactionsView(
    OrderFilter filter,
    Panel<OrderList> orders,
    Optional<Panel<Optional<OrderLife>>> opened,
    Format format) {}
