/** The Transactions page: orders as they are accepted, and the life of each. */
package dev.highstreet.dashboard.transactions;
