/**
 * The shop as its customers see it: what is sold, a cart, and an order that can be watched on its
 * way through Kafka, the job and the marts to this page.
 */
package dev.highstreet.dashboard.storefront;
