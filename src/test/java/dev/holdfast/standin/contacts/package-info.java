/**
 * The People API, as much as a page needs to try it: who I am and whom I know. It cannot be changed.
 */
package dev.holdfast.standin.contacts;
