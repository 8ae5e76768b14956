package dev.highstreet.simulator.fraud;

import dev.highstreet.simulator.engine.OrderDraft;
import dev.highstreet.simulator.payment.CheckoutScript;

/**
 * An order that a fraudster will place.
 *
 * @param draft the order; its {@code at} says when
 * @param script what happens at the till; null if it is paid as an honest order would be
 */
record FraudOrder(FraudPattern pattern, OrderDraft draft, CheckoutScript script) {}
