/**
 * The bytes of files: small valid documents of each kind, and one large file.
 *
 * <p>Generated, the same at every start; names, owners and flags of files are in {@code drive}.
 */
package dev.holdfast.standin.content;
