/**
 * Records: calls counted and listed by area, secrets handed out, acts of the control page.
 * <p>Only records; it decides nothing and keeps everything in memory.
 */
package dev.holdfast.standin.journal;
