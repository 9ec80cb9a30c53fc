/**
 * The front door: which resources answer under which path. It stands above all rooms and nothing imports it.
 */
package dev.holdfast;
