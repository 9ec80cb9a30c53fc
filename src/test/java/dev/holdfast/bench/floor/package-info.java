/**
 * The least that can be called a refresh, on the same Liberty and the same database: what Holdfast's refresh is measured
 * against. It knows no reuse, no replay, no limits and no metrics, and nothing but the bench may start it.
 */
package dev.holdfast.bench.floor;
