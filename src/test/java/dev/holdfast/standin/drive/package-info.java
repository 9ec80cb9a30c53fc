/**
 * The reading part of Drive v3: list, search, metadata, download and export.
 *
 * <p>Covers only what Holdfast uses; files cannot be changed.
 */
package dev.holdfast.standin.drive;
