/** How those who change Holdfast work: dev mode, as {@code docs/develop.md} tells. */
package dev.holdfast.journeys.development;
