/**
 * Container: tests that run inside Liberty, in the real WAR, with its beans, its transactions and its database.
 */
package dev.holdfast.container;
