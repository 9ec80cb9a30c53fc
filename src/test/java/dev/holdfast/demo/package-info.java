/**
 * Demo: the product as its users get it, with the stand-in in Google's place, on one machine and with one command.
 */
package dev.holdfast.demo;
