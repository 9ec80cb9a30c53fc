/**
 * The least that can be called a refresh, on the same Liberty and the same database: the yardstick for Holdfast's refresh.
 * It knows no reuse, no replay, no limits and no metrics, and only the bench starts it.
 */
package dev.holdfast.bench.floor;
