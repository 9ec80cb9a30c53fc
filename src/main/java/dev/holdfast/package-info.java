/**
 * The front door: which resources answer under which path. It stands above all rooms and nothing imports it.
 */
@NullMarked
package dev.holdfast;

import org.jspecify.annotations.NullMarked;
