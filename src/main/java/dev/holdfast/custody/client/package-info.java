/**
 * Client: builds clients of any Google API for an account, and names the refusals of custody in the contract's words.
 * It holds no token; each API call asks for one as it leaves.
 */
@NullMarked
package dev.holdfast.custody.client;

import org.jspecify.annotations.NullMarked;
