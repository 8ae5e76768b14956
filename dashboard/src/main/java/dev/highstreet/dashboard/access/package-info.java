/**
 * Who may do what: tokens, sessions, roles. Whatever changes state goes through one gate, and is
 * written down in {@code ops.audit} before and after.
 */
package dev.highstreet.dashboard.access;
