/**
 * The same for programs: products, stores, orders and marts as JSON, marts as CSV too, and the way
 * in for an order. What there is, {@code openapi.json} says; what is wrong, a problem document.
 */
package dev.highstreet.dashboard.api;
