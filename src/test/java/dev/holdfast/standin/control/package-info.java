/**
 * The control page and its API: everything that tests and visitors can make happen at the stand-in.
 * <p>Changes the shared state and nothing else; calls from other websites are refused.
 */
package dev.holdfast.standin.control;
